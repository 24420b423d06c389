import type { Issue } from '#lib/base/issue.ts';
import { comparePeriods, type Period } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { buildEntries } from './build-entries.ts';
import { cellIssue } from './cell-issue.ts';
import { checkPercentages, figuresAmongPercentages } from './check-percentages.ts';
import { checkRows } from './check-rows.ts';
import { checkSheetSums, sheetSums } from './check-sheet-sums.ts';
import { checkParents, checkTotals } from './check-totals.ts';
import { cumulativeFalls, yearMeasuresInQuarter } from './check-years.ts';
import type { ComparedTotal, Draft, Entry } from './draft.ts';
import type { Table } from './find-table.ts';
import { cellIssues, type RowReading, type TableReading } from './row-reading.ts';
import { levelsAdded, rejectSiblings, settleRepeats } from './settle-repeats.ts';
import { sumFigures } from './sum-figures.ts';

/** What settling the rows of a table needs, and the issues found before. */
export interface SettleContext {
	table: Table;
	catalogue: Catalogue;
	tree: UnitTree;
	issues: readonly Issue[];
}

/** What the rows of a table come to, and its totals beside our own sums. */
export type SettledRows = Pick<Draft, 'periods' | 'rows' | 'totals' | 'entries' | 'issues'> & {
	compared: ComparedTotal[];
};

/** Checks the rows against each other, the catalogue and their totals, and keeps what no error keeps out. */
export function settleRows(reading: TableReading, context: SettleContext): SettledRows {
	const { rows } = reading;
	const { entries, accepted, issues, compared } = judgeRows(reading, context);
	const sums = sheetSums(entries, context.tree);
	return {
		periods: periodsOf(entries.length > 0 ? entries : rows),
		rows: countRows(rows, accepted),
		totals: totalsOf(entries, context.tree),
		entries,
		issues: byRow([...issues, ...checkSheetSums(sums, context)]),
		compared
	};
}

/** What is wrong with rows, and those that no error keeps out. */
export interface JudgedRows {
	accepted: RowReading[];
	entries: Entry[];
	issues: Issue[];
	compared: ComparedTotal[];
}

/** Checks rows against each other, the catalogue and their totals, all but the sums of the sheet. */
export function judgeRows(
	reading: TableReading,
	{ table, catalogue, tree, issues: earlier }: SettleContext
): JudgedRows {
	const { rows } = reading;
	const measures = measuresOf(catalogue);
	const repeats = settleRepeats(rows, table);
	const checks = checkRows(rows, { table, catalogue });
	const sumContext = { tree, repeated: repeats.repeated };
	const totals = checkTotals(reading.totals, sumContext);
	const found = [
		...earlier,
		...(rows.length === 0 ? [noRows(table)] : []),
		...reading.issues,
		...rows.flatMap(cellIssues),
		...reading.totals.flatMap(({ total }) => errorsOf(total)),
		...figuresAmongPercentages(rows),
		...repeats.issues,
		...checks.issues,
		...checkPercentages(rows),
		...totals.issues,
		...checkParents(rows, sumContext),
		...levelsAdded(rows, repeats.repeated).issues,
		...yearMeasuresInQuarter(rows, { table, measures })
	];
	const rejected = new Set([...rowsWithErrors(found), ...(checks.rejected ?? [])]);
	const siblings = rejectSiblings(rows, { ...repeats, rejected }).issues;
	const out = new Set([...rejected, ...rowsWithErrors(siblings)]);
	const accepted = rows.filter(({ row, unit, period }) => unit && period && !out.has(row));
	const entries = buildEntries(accepted.filter(({ row }) => !repeats.repeated.has(row)));
	const issues = [...found, ...siblings, ...cumulativeFalls(entries, { table, measures })];
	return { accepted, entries, issues, compared: totals.compared };
}

/** The issues in the order of their rows, those of the whole sheet first. */
export function byRow(issues: readonly Issue[]): Issue[] {
	return issues.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

function periodsOf(items: readonly { period?: Period }[]): Period[] {
	const periods = items.map(({ period }) => period).filter((period) => period !== undefined);
	return [...new Set(periods)].sort(comparePeriods);
}

function noRows({ header }: Table): Issue {
	return cellIssue({ severity: 'error', code: 'no-rows', row: header });
}

/** What of a total row could not be read. */
function errorsOf(total: RowReading): Issue[] {
	return cellIssues(total).filter(({ severity }) => severity === 'error');
}

function rowsWithErrors(issues: readonly Issue[]): number[] {
	return issues.flatMap(({ severity, row }) =>
		severity === 'error' && row !== undefined ? [row] : []
	);
}

function countRows(all: readonly RowReading[], accepted: readonly RowReading[]): Draft['rows'] {
	const read = all.length;
	return { read, accepted: accepted.length, rejected: read - accepted.length };
}

/** The sums of the accepted figures, in the order of the columns. */
function totalsOf(entries: readonly Entry[], tree: UnitTree): Draft['totals'] {
	const figures = entries.filter(({ state }) => state === 'figure');
	const sums = sumFigures(figures, tree);
	const columns = new Map<string, number>();
	for (const { measure, column } of figures) {
		columns.set(measure, Math.min(column, columns.get(measure) ?? column));
	}
	const inOrder = [...columns].sort(([, a], [, b]) => a - b);
	return Object.fromEntries(inOrder.map(([measure]) => [measure, sums[measure] ?? 0n]));
}
