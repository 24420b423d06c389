import type { Issue } from '#lib/base/issue.ts';
import { comparePeriods, type Period } from '#lib/base/period.ts';
import { type CellColumns, cellsAt } from './cell-columns.ts';
import { checkSheetSums } from './check-sheet-sums.ts';
import type { DraftTableOptions, TableDraft } from './draft-table.ts';
import type { EntryColumns } from './entry-columns.ts';
import type { Table } from './find-table.ts';
import { findSuspects } from './find-suspects.ts';
import { FIRST_ROW, KIND, type LongRows, longRows } from './long-rows.ts';
import { matchedColumns } from './matched-columns.ts';
import { type LongContext, readLong } from './read-long.ts';
import { settleCells } from './settle-cells.ts';
import { settleColumns } from './settle-columns.ts';
import { periodsBesideGiven, settlePeriod } from './settle-period.ts';
import { byRow, type JudgedRows, judgeRows } from './settle-rows.ts';
import { areSideBySide } from './stands-above.ts';
import { type Line, lineReader, placeOf } from './table-line.ts';
import { watchAnswers } from './used-answers.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import { wholeEntries } from './whole-entries.ts';

/** A long table column by column; its grid holds the first rows. */
export type DraftLongOptions = Omit<DraftTableOptions, 'beside'> & { cells: CellColumns };

/** With more rows than this share to be looked at one by one, all of them may as well be. */
const MOST_SUSPECTS = 1 / 4;
const FEW_SUSPECTS = 20_000;

/**
 * What a long table would bring if it were committed, as `draftTable` says; rows become objects only where a check
 * stops. `undefined` where the whole of it has to be looked at: totals, units above others, too many doubtful rows.
 */
export function draftLong({
	cells,
	table: found,
	grid,
	catalogue,
	directory,
	period,
	answers: given
}: DraftLongOptions): (Omit<TableDraft, 'entries'> & { entries: EntryColumns }) | undefined {
	const { finder, tree } = directory;
	const { answers, used } = watchAnswers(given);
	const { table, questions, issues: onColumns } = settleColumns(found, { grid, answers });
	const ofSheet = settlePeriod(grid, table, period);
	const { templates } = catalogue;
	const context = { finder, period: ofSheet.period, answers, templates };
	const rows = longRows(cells, table, context);
	const suspects = rows && suspectsIn(rows, { catalogue, tree, table, given: period });
	if (!suspects) return undefined;

	const measures = measuresOf(catalogue);
	const read = readSuspects(suspects, { cells, table, context });
	const reading = settleCells(read, { table, answers, measures });
	const issues: Issue[] = [
		...onColumns,
		...ofSheet.issues,
		...periodsBesideGiven(reading.rows, table, period)
	];
	const judged = judgeRows(reading, { table, catalogue, tree, issues });
	const column = (placeOf(table.columns, 'value') ?? 0) + 1;
	const { entries, totals, sums } = wholeEntries(rows, { suspects, judged, column });
	return {
		template: 'long',
		periods: periodsOf(rows, entries),
		rows: countRows(rows, { suspects, judged }),
		totals,
		entries,
		issues: byRow([...judged.issues, ...checkSheetSums(sums, { table, catalogue })]),
		questions: [...questions, ...reading.questions],
		answers: used(),
		matches: { ...matchedColumns(table), units: rows.matched, totals: judged.compared }
	};
}

function suspectsIn(
	rows: LongRows,
	{
		tree,
		table,
		...context
	}: Pick<DraftLongOptions, 'catalogue' | 'table'> & {
		tree: DraftLongOptions['directory']['tree'];
		given?: Period;
	}
): Uint8Array | undefined {
	const { units, periods, length, kind } = rows;
	if (!kind.includes(KIND.figure) || !areSideBySide(units, { periods, tree })) return undefined;
	const hasPeriods = placeOf(table.columns, 'period') !== undefined;
	const suspects = findSuspects(rows, { ...context, hasPeriods });
	const count = suspects?.reduce((sum, mark) => sum + mark, 0) ?? 0;
	return count > length * MOST_SUSPECTS + FEW_SUSPECTS ? undefined : suspects;
}

function readSuspects(
	suspects: Uint8Array,
	{ cells, table, context }: { cells: CellColumns; table: Table; context: LongContext }
): ReturnType<typeof readLong> {
	return readLong(table, { ...context, lines: suspectLines(suspects, { cells, table }) });
}

function* suspectLines(
	suspects: Uint8Array,
	{ cells, table }: { cells: CellColumns; table: Table }
): Generator<Line> {
	const lineOf = lineReader(table);
	for (let at = suspects.indexOf(1); at >= 0; at = suspects.indexOf(1, at + 1)) {
		const row = at + FIRST_ROW;
		yield lineOf(row, cellsAt(cells, row));
	}
}

/** The periods of the entries, or of the rows where none was accepted. */
function periodsOf({ kind, period, periods }: LongRows, entries: EntryColumns): Period[] {
	if (entries.row.length > 0) return entries.period.dictionary.toSorted(comparePeriods);
	const found = new Set<number>();
	for (let at = 0; at < kind.length; at += 1)
		if (kind[at] === KIND.figure && (period[at] ?? -1) >= 0) found.add(period[at] ?? -1);
	return [...found].map((place) => periods[place] ?? '').sort(comparePeriods);
}

function countRows(
	{ length, kind, unit, period }: LongRows,
	{ suspects, judged }: { suspects: Uint8Array; judged: JudgedRows }
): TableDraft['rows'] {
	let [read, accepted] = [0, judged.accepted.length];
	for (let at = 0; at < length; at += 1) {
		if (kind[at] !== KIND.figure) continue;
		read += 1;
		if (!suspects[at] && (unit[at] ?? -1) >= 0 && (period[at] ?? -1) >= 0) accepted += 1;
	}
	return { read, accepted, rejected: read - accepted };
}
