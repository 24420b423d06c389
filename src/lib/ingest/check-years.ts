import type { Issue } from '#lib/base/issue.ts';
import { lastQuarterOf, yearOf } from '#lib/base/period.ts';
import type { Measure } from '#lib/catalogue/catalogue.ts';
import { groupBy } from '#lib/base/group-by.ts';
import type { BesideContext } from './beside-context.ts';
import { asParam, cellIssue } from './cell-issue.ts';
import type { Entry } from './draft.ts';
import type { Table } from './find-table.ts';
import type { RowReading } from './row-reading.ts';

/** What the rules over time need to know. */
export interface YearContext {
	table: Table;
	measures: ReadonlyMap<string, Measure>;
}

/** The warning that year-end measures stand in a sheet of a quarter in which they do not count. */
export function yearMeasuresInQuarter(
	rows: readonly RowReading[],
	{ table, measures }: YearContext
): Issue[] {
	const early = rows.filter(({ period }) => period !== undefined && lastQuarterOf(period) < 4);
	const headers = new Set(
		early.flatMap(({ cells }) =>
			cells.flatMap(({ measure, reading }) => {
				const { overTime, header = measure } = measures.get(measure) ?? {};
				return overTime === 'year' && reading.state === 'figure' ? [header] : [];
			})
		)
	);
	if (headers.size === 0) return [];
	const params = { columns: [...headers].join('; '), period: early[0]?.period ?? '' };
	const warning = { severity: 'warning', code: 'year-measure-in-quarter' } as const;
	return [cellIssue({ ...warning, row: table.header, params })];
}

/** A warning for each cumulative figure that is lower than the unit's figure of an earlier quarter of the year. */
export function cumulativeFalls(
	entries: readonly Entry[],
	{ table, measures }: YearContext
): Issue[] {
	// Nothing falls within one period.
	if (entries.every(({ period }) => period === entries[0]?.period)) return [];
	return seriesByYear(entries, measures).flatMap((entriesOfYear) =>
		falls(entriesOfYear).map(({ earlier, later }) => {
			const { row, column } = later;
			const place = { row, column: table.columns[column - 1]?.name, cell: later.value };
			const params = fallParams({ earlier, later }, measures);
			return cellIssue({ severity: 'warning', code: 'cumulative-falls', ...place, params });
		})
	);
}

/** The same beside the figures in force: a drafted figure below an earlier one of them, or above a later one. */
export function cumulativeFallsBeside(context: BesideContext): Issue[] {
	const { entries, measures, figures, drafted } = context;
	return seriesByYear(entries, measures).flatMap((entriesOfYear) => {
		const [first] = entriesOfYear;
		if (!first) return [];
		const { unit, measure } = first;
		const quarters = new Set(entriesOfYear.map(({ period }) => lastQuarterOf(period)));
		const others = [...figures.seriesOf(unit, measure)].flatMap(([period, value]) => {
			const isBeside =
				yearOf(period) === yearOf(first.period) && !quarters.has(lastQuarterOf(period));
			return isBeside && typeof value === 'bigint' ? [{ unit, measure, period, value }] : [];
		});
		return falls([...entriesOfYear, ...others]).flatMap((pair) => {
			const own = [pair.later, pair.earlier].flatMap((point) => drafted(point) ?? []);
			const [entry] = own;
			if (!entry || own.length > 1) return [];
			return [context.warn(entry, 'cumulative-falls', fallParams(pair, measures))];
		});
	});
}

type YearPoint = Pick<Entry, 'unit' | 'measure' | 'period' | 'value'>;

/** The cumulative figures of each unit, measure and year. */
function seriesByYear(entries: readonly Entry[], measures: YearContext['measures']): Entry[][] {
	const cumulative = entries.filter(
		({ state, measure }) => state === 'figure' && measures.get(measure)?.overTime === 'ytd'
	);
	const series = groupBy(
		cumulative,
		({ unit, measure, period }) => `${unit} ${measure} ${yearOf(period)}`
	);
	return [...series.values()];
}

/** Neighbours in the order of quarters of which the later one is lower. */
function falls<Point extends YearPoint>(
	points: readonly Point[]
): { earlier: Point; later: Point }[] {
	const inOrder = points.toSorted((a, b) => lastQuarterOf(a.period) - lastQuarterOf(b.period));
	return inOrder.flatMap((later, at) => {
		const earlier = inOrder[at - 1];
		return earlier && earlier.value > later.value ? [{ earlier, later }] : [];
	});
}

function fallParams(
	{ earlier, later }: { earlier: YearPoint; later: YearPoint },
	measures: YearContext['measures']
): Issue['params'] {
	return {
		measure: measures.get(later.measure)?.header ?? later.measure,
		period: later.period,
		figure: asParam(later.value),
		periodEarlier: earlier.period,
		before: asParam(earlier.value)
	};
}
