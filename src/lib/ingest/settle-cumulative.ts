import type { Issue } from '#lib/base/issue.ts';
import type { Answers } from '#lib/base/layout.ts';
import { comparePeriods, kindOf, lastQuarterOf, yearOf, type Period } from '#lib/base/period.ts';
import { cellIssue } from './cell-issue.ts';
import { doubtfulColumns, type DoubtfulColumn } from './cumulative-doubt.ts';
import { figureAt, momentOf, type Figures, type KnownFigure, type Moment } from './figures.ts';
import { textsOf, type Table } from './find-table.ts';
import { rowsOf } from './find-tables.ts';
import type { Grid } from './grid.ts';
import type { Choice, Question } from './question.ts';
import type { CellReading, RowReading } from './row-reading.ts';

/** What settling cumulative figures needs to know. */
export interface CumulativeContext {
	table: Table;
	grid: Grid;
	answers: Answers;
	/** The figures in force, or those of other files, from which the quarter before is taken. */
	beside?: Figures;
}

/** Rows whose figures count from 1 January, what was found on the way, and what is still to be answered. */
export interface CumulativeSettled {
	rows: RowReading[];
	questions: Question[];
	issues: Issue[];
}

/**
 * The rows with figures of the period alone made cumulative where the analyst says that they are: this quarter's and
 * the cumulative figure of the quarter before, from the rows themselves or the figures beside. Where that is unknown, an
 * error at the cell; where the analyst has not spoken, a question, and an error at the header (TEMPLATES §D 14).
 */
export function settleCumulative(
	rows: readonly RowReading[],
	{ table, grid, answers, beside }: CumulativeContext
): CumulativeSettled {
	const titles = rowsOf(grid, table.titles).flatMap(textsOf);
	const settled: CumulativeSettled = { rows: [...rows], questions: [], issues: [] };
	if (!rows.some(({ period }) => period !== undefined && startOf(period))) return settled;
	for (const doubt of doubtfulColumns(table, { rows, titles })) {
		const answer = answers[keyOf(doubt)];
		if (answer === 'in-period') {
			const added = addUp(settled.rows, { doubt, beside });
			settled.rows = added.rows;
			settled.issues.push(...added.issues, ...addedRemark(added.count, { doubt, table }));
		} else if (answer !== 'cumulative') {
			const question = questionOf(doubt, { table, rows });
			const { column, row } = question;
			settled.questions.push(question);
			settled.issues.push(
				cellIssue({ severity: 'error', code: 'cumulative-unclear', row, column })
			);
		}
	}
	return settled;
}

function keyOf({ measure }: DoubtfulColumn): string {
	return `cumulative:${measure.id}`;
}

function questionOf(
	{ column, measure, saysInPeriod }: DoubtfulColumn,
	{ table, rows }: { table: Table; rows: readonly RowReading[] }
): Question {
	const choices: Choice[] = [{ value: 'cumulative' }, { value: 'in-period' }];
	return {
		key: `cumulative:${measure.id}`,
		kind: 'cumulative',
		params: { name: column.name, measure: measure.id },
		choices: saysInPeriod ? choices.toReversed() : choices,
		required: true,
		row: table.header,
		column: column.name,
		rows: rows.length
	};
}

/** The rows with the figures of one column added up, in the order of their periods; they stay in their own order. */
function addUp(
	rows: readonly RowReading[],
	{ doubt, beside }: { doubt: DoubtfulColumn; beside?: Figures }
): { rows: RowReading[]; issues: Issue[]; count: number } {
	const issues: Issue[] = [];
	let count = 0;
	const before = figuresBefore(doubt.measure.id, beside);
	const changed = new Map<RowReading, RowReading>();
	const inOrder = rows.toSorted((a, b) => comparePeriods(a.period ?? '', b.period ?? ''));
	for (const row of inOrder) {
		const { unit, period } = row;
		const cell = row.cells.find(({ column }) => column === doubt.column.column);
		if (unit === undefined || period === undefined || cell?.reading.state !== 'figure') continue;
		const start = startOf(period);
		const earlier = start ? before.at(unit, start) : 0n;
		if (earlier === undefined) {
			issues.push(quarterNeeded(row, { cell, start }));
			continue;
		}
		const value = cell.reading.value + (earlier === 'not-applicable' ? 0n : earlier);
		before.add({ unit, period, value });
		if (start) count += 1;
		changed.set(row, withFigure(row, { cell, value }));
	}
	return { rows: rows.map((row) => changed.get(row) ?? row), issues, count };
}

/** What was done, since the figures are then not those of the cells. */
function addedRemark(
	rows: number,
	{ doubt, table }: { doubt: DoubtfulColumn; table: Table }
): Issue[] {
	if (rows === 0) return [];
	const place = { row: table.header, column: doubt.column.name };
	return [cellIssue({ severity: 'info', code: 'added-to-before', ...place, params: { rows } })];
}

/** The cumulative figures of one measure: those added up so far before those beside. */
function figuresBefore(
	measure: string,
	beside: Figures | undefined
): {
	at(unit: string, moment: Moment): KnownFigure | undefined;
	add(point: { unit: string; period: Period; value: bigint }): void;
} {
	const own = new Map<string, Map<Period, bigint>>();
	return {
		at(unit, moment) {
			const added = figureAt(own.get(unit) ?? new Map<Period, bigint>(), moment);
			const known = added ?? (beside && figureAt(beside.seriesOf(unit, measure), moment));
			return known?.figure;
		},
		add({ unit, period, value }) {
			own.set(unit, new Map([...(own.get(unit) ?? []), [period, value]]));
		}
	};
}

/** The quarter's end at which a period begins; `undefined` where it begins with the year. */
function startOf(period: Period): Moment | undefined {
	const quarters = { quarter: 1, half: 2, year: 4 }[kindOf(period)];
	const quarter = lastQuarterOf(period) - quarters;
	return quarter > 0 ? { ...momentOf(period), quarter } : undefined;
}

function withFigure(
	row: RowReading,
	{ cell, value }: { cell: CellReading; value: bigint }
): RowReading {
	const cumulative: CellReading = { ...cell, reading: { state: 'figure', value } };
	return { ...row, cells: row.cells.map((each) => (each === cell ? cumulative : each)) };
}

function quarterNeeded(
	{ row, period }: RowReading,
	{ cell, start }: { cell: CellReading; start?: Moment }
): Issue {
	const { name: column, cell: text } = cell;
	const periodBefore = start && `${yearOf(period ?? '')}-Q${start.quarter}`;
	const params = { column, period: period ?? '', periodBefore: periodBefore ?? '' };
	const needed = { severity: 'error', code: 'needs-quarter-before' } as const;
	return cellIssue({ ...needed, row, column, cell: text, params });
}
