import type { ChartChoice } from '#lib/views/answer-chart.ts';
import type { AnswerOrder } from '#lib/views/answer-order.ts';

/** What a link says of the workbench. */
export interface WorkbenchChoice {
	query?: string;
	/** Absent for the table. */
	form?: 'chart';
	chart: ChartChoice;
	order?: AnswerOrder;
}

/** The names of the page's own parameters in the address. */
export const WORKBENCH_NAMES = ['sql', 'as', 'chart', 'x', 'y', 'by', 'sort'] as const;

type Own = Partial<Record<(typeof WORKBENCH_NAMES)[number], string>>;

/** A server takes no longer address; a longer query stands in no link. */
const LONGEST = 6000;

/** The choice in the parameters of an address; what is no choice counts as not chosen. */
export function parseWorkbenchChoice({ sql, as, chart, x, y, by, sort }: Own): WorkbenchChoice {
	return {
		...(sql && { query: sql }),
		...(as === 'chart' && { form: 'chart' }),
		chart: {
			...((chart === 'bar' || chart === 'line') && { kind: chart }),
			...(x && { x }),
			...(y && { y }),
			...(by && { by })
		},
		...(sort && { order: { column: sort.replace(/^-/, ''), isDown: sort.startsWith('-') } })
	};
}

/** The choice as parameters of an address; a query that is too long for one is left out. */
export function formatWorkbenchChoice({
	query,
	form,
	chart,
	order
}: WorkbenchChoice): Record<(typeof WORKBENCH_NAMES)[number], string | undefined> {
	return {
		sql: query !== undefined && fitsAddress(query) ? query : undefined,
		as: form,
		chart: chart.kind,
		x: chart.x,
		y: chart.y,
		by: chart.by,
		sort: order && `${order.isDown ? '-' : ''}${order.column}`
	};
}

/** True where a link can hold the query. */
export function fitsAddress(query: string): boolean {
	return encodeURIComponent(query).length <= LONGEST;
}
