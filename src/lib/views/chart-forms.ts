/** The charts of an indicator's page, in their order. */
export const INDICATOR_CHARTS = ['trend', 'change', 'ranking', 'multiples', 'parts'] as const;

/** A chart of an indicator's page. */
export type IndicatorChart = (typeof INDICATOR_CHARTS)[number];

/** How a chart is shown. */
export type ChartForm = 'chart' | 'table';

const ALL = 'all';

/** How a chart is shown, where the address names the charts that stand as tables: `trend.ranking`, or `all`. */
export function formOf(tables: string | undefined, chart: IndicatorChart): ChartForm {
	return namedIn(tables).includes(chart) ? 'table' : 'chart';
}

/** What the address says once a chart is shown so; `undefined` where none stands as a table. */
export function withForm(
	tables: string | undefined,
	chart: IndicatorChart,
	form: ChartForm
): string | undefined {
	const named = namedIn(tables);
	return wordsFor(
		INDICATOR_CHARTS.filter((each) => (each === chart ? form === 'table' : named.includes(each)))
	);
}

/** What the address says once all charts are turned into tables, or back where any is one. */
export function turnedAll(tables: string | undefined): string | undefined {
	return namedIn(tables).length > 0 ? undefined : ALL;
}

function namedIn(tables = ''): readonly IndicatorChart[] {
	if (tables === ALL) return INDICATOR_CHARTS;
	const named: readonly string[] = tables.split('.');
	return INDICATOR_CHARTS.filter((chart) => named.includes(chart));
}

function wordsFor(named: readonly IndicatorChart[]): string | undefined {
	if (named.length === INDICATOR_CHARTS.length) return ALL;
	return named.join('.') || undefined;
}
