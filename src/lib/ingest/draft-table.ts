import type { Answers } from '#lib/base/layout.ts';
import type { Period } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import { canBeRead, withoutRepeated } from './check-columns.ts';
import type { Draft } from './draft.ts';
import type { Figures } from './figures.ts';
import type { Table } from './find-table.ts';
import type { Grid } from './grid.ts';
import { headerDictionary } from './header-dictionary.ts';
import { matchedColumns } from './matched-columns.ts';
import { matchedUnits } from './matched-units.ts';
import { readLong } from './read-long.ts';
import { readPeriods } from './read-periods.ts';
import { settleCells } from './settle-cells.ts';
import { settleColumns } from './settle-columns.ts';
import { settleCumulative } from './settle-cumulative.ts';
import { periodsBesideGiven, settlePeriod } from './settle-period.ts';
import { settleRows } from './settle-rows.ts';
import { linesBelow } from './table-line.ts';
import type { UnitDirectory } from './unit-directory.ts';
import { watchAnswers } from './used-answers.ts';

/** A table of a grid, and what is needed to understand it. */
export interface DraftTableOptions {
	table: Table;
	grid: Grid;
	catalogue: Catalogue;
	directory: UnitDirectory;
	/** The analyst's word for the period. */
	period?: Period;
	answers: Answers;
	/** The figures in force, or those of other files: what figures of one quarter alone are added to. */
	beside?: Figures;
}

/** What a table would bring: all of its draft but whose file it is. */
export type TableDraft = Omit<Draft, 'file' | 'sha256' | 'sheet' | 'table'>;

/** What a table would bring if it were committed; nothing is thrown. */
export function draftTable({
	table: found,
	grid,
	catalogue,
	directory,
	period,
	answers: given,
	beside
}: DraftTableOptions): TableDraft {
	const { finder, tree } = directory;
	const { answers, used } = watchAnswers(given);
	const { table, questions, issues: onColumns } = settleColumns(found, { grid, answers });
	const ofSheet = settlePeriod(grid, table, period);
	const columnIssues = [...onColumns, ...ofSheet.issues];
	const template = table.template?.id ?? 'long';
	const periods = ofSheet.period === undefined ? [] : [ofSheet.period];
	if (!canBeRead(table)) {
		const matches = { ...emptyDraft().matches, ...matchedColumns(table) };
		const open = { questions, answers: used(), matches };
		return { ...emptyDraft(), template, periods, ...open, issues: columnIssues };
	}

	const context = { grid, finder, period: ofSheet.period, answers };
	const headers = headerDictionary(catalogue.templates).find(
		(each) => each.template === table.template
	);
	const read = headers
		? readPeriods(withoutRepeated(table), { ...context, headers })
		: readLong(table, {
				...context,
				lines: linesBelow(table, grid),
				templates: catalogue.templates
			});
	const measures = measuresOf(catalogue);
	const reading = settleCells(read, { table, answers, measures });
	const cumulative = settleCumulative(reading.rows, { table, grid, answers, beside });
	const issues = [
		...columnIssues,
		...periodsBesideGiven(reading.rows, table, period),
		...cumulative.issues
	];
	const { compared, ...settled } = settleRows(
		{ ...reading, rows: cumulative.rows },
		{ table, catalogue, tree, issues }
	);
	return {
		...emptyDraft(),
		template,
		...settled,
		questions: [...questions, ...reading.questions, ...cumulative.questions],
		answers: used(),
		matches: { ...matchedColumns(table), units: matchedUnits(reading.rows), totals: compared }
	};
}

/** A draft that brings nothing. */
export function emptyDraft(): Omit<TableDraft, 'issues'> {
	return {
		periods: [],
		rows: { read: 0, accepted: 0, rejected: 0 },
		totals: {},
		entries: [],
		questions: [],
		answers: {},
		matches: { headers: [], columns: [], units: [], totals: [] }
	};
}
