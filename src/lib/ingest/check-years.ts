import type { Issue } from '#lib/base/issue.ts';
import { lastQuarterOf, yearOf } from '#lib/base/period.ts';
import type { Measure } from '#lib/catalogue/catalogue.ts';
import { groupBy } from '#lib/base/group-by.ts';
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
	const cumulative = entries.filter(
		({ state, measure }) => state === 'figure' && measures.get(measure)?.overTime === 'ytd'
	);
	const series = groupBy(
		cumulative,
		({ unit, measure, period }) => `${unit} ${measure} ${yearOf(period)}`
	);
	return [...series.values()].flatMap((entriesOfYear) => {
		const inOrder = entriesOfYear.toSorted(
			(a, b) => lastQuarterOf(a.period) - lastQuarterOf(b.period)
		);
		return inOrder.flatMap((entry, at) => {
			const before = inOrder[at - 1];
			if (!before || before.value <= entry.value) return [];
			const column = table.columns[entry.column - 1]?.name;
			const params = {
				measure: measures.get(entry.measure)?.header ?? entry.measure,
				period: entry.period,
				figure: asParam(entry.value),
				periodEarlier: before.period,
				before: asParam(before.value)
			};
			const { row } = entry;
			const cell = String(entry.value);
			return [
				cellIssue({ severity: 'warning', code: 'cumulative-falls', row, column, cell, params })
			];
		});
	});
}
