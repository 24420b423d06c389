import type { Answers } from '#lib/base/layout.ts';
import { comparePeriods, type IsoDate, type Period } from '#lib/base/period.ts';
import { progressPartOf } from '#lib/base/progress.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { buildEntries } from './build-entries.ts';
import { cellIssue } from './cell-issue.ts';
import { emptyDraft, type TableDraft } from './draft-table.ts';
import type { Table } from './find-table.ts';
import type { Grid } from './grid.ts';
import { matchedColumns } from './matched-columns.ts';
import { matchedUnits } from './matched-units.ts';
import { progressCodes } from './progress-codes.ts';
import { readProgressRows } from './read-progress.ts';
import { cellIssues, type RowReading } from './row-reading.ts';
import { settlePeriod } from './settle-period.ts';
import { settleRepeats } from './settle-repeats.ts';
import type { UnitDirectory } from './unit-directory.ts';
import { watchAnswers } from './used-answers.ts';

/** A sheet B8, and what is needed to understand it. */
export interface DraftProgressOptions {
	table: Table;
	grid: Grid;
	catalogue: Catalogue;
	directory: UnitDirectory;
	/** The analyst's word for the period of rows that name none. */
	period?: Period;
	answers: Answers;
	/** Days after it are refused. */
	today?: IsoDate;
}

/** What a sheet B8 would bring: for each row its plan, what is done, its state and its day, as whole numbers. */
export function draftProgress({
	table,
	grid,
	catalogue,
	directory: { finder, tree },
	answers: given,
	...options
}: DraftProgressOptions): TableDraft {
	const { answers, used } = watchAnswers(given);
	const { period, issues: onPeriod } = settlePeriod(grid, table, options.period);
	const codes = progressCodes(catalogue);
	const context = { grid, finder, tree, codes, answers, period, today: options.today };
	const { rows, issues: onRows, questions } = readProgressRows(table, context);
	const coded = rows.filter(({ cells: [first] }) => first && progressPartOf(first.measure));
	const repeats = settleRepeats(coded, { ...table, template: undefined });
	const ofRepeats = repeats.issues.map((issue) =>
		issue.code === 'row-contradicts' ? { ...issue, code: 'progress-contradicts' } : issue
	);
	const found = [
		...onPeriod,
		...ignoredColumns(table),
		...(rows.length + onRows.length === 0
			? [cellIssue({ severity: 'error', code: 'no-rows', row: table.header })]
			: []),
		...onRows,
		...rows.flatMap(cellIssues),
		...ofRepeats
	];
	const out = new Set(found.flatMap(({ severity, row }) => (severity === 'error' ? [row] : [])));
	const accepted = rows.filter((each) => each.unit && each.period && !out.has(each.row));
	const kept = accepted.filter(({ row }) => !repeats.repeated.has(row));
	const rowCounts = { read: rows.length, accepted: accepted.length };
	return {
		...emptyDraft(),
		template: table.template?.id,
		periods: periodsOf(kept.length > 0 ? kept : rows),
		rows: { ...rowCounts, rejected: rowCounts.read - rowCounts.accepted },
		entries: buildEntries(kept),
		issues: found.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
		questions,
		answers: used(),
		matches: { ...matchedColumns(table), units: matchedUnits(rows), totals: [] }
	};
}

function periodsOf(rows: readonly RowReading[]): Period[] {
	const periods = rows.flatMap(({ period }) => period ?? []);
	return [...new Set(periods)].sort(comparePeriods);
}

function ignoredColumns({ header, columns }: Table): TableDraft['issues'] {
	return columns
		.filter(({ role }) => role.kind === 'unknown')
		.map(({ name }) => {
			const place = { row: header, column: name, params: { ignored: name } };
			return cellIssue({ severity: 'info', code: 'column-ignored', ...place });
		});
}
