import { columnLetter } from '#lib/base/cell-address.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { Answers } from '#lib/base/layout.ts';
import { cellIssue } from './cell-issue.ts';
import { textsOf } from './find-table.ts';
import type { Cell, Grid } from './grid.ts';
import { frameColumn } from './header-dictionary.ts';
import { headerKey } from './header-key.ts';
import type { Question } from './question.ts';
import { readNumber } from './read-number.ts';
import { isIndexRow } from './row-labels.ts';

/** A grid without the hidden figures that nobody asked for, and what is told and asked about them. */
export interface SettledHidden {
	grid: Grid;
	issues: Issue[];
	questions: Question[];
}

/**
 * The grid with its hidden rows and columns of figures left out, their cells empty and all others in place, unless the
 * analyst takes them. Hidden texts, such as the codes of the product's own templates, stay.
 */
export function settleHidden(grid: Grid, answers: Answers): SettledHidden {
	const rows = (grid.hiddenRows ?? []).filter((row) => holdsFigures(grid.rows[row - 1] ?? []));
	const columns = (grid.hiddenColumns ?? []).filter((column) => {
		const cells = grid.rows.map((row) => row[column - 1] ?? null);
		return holdsFigures(cells) && !holdsUnitCodes(cells);
	});
	const count = rows.length + columns.length;
	if (count === 0) return { grid, issues: [], questions: [] };
	const places = [...rows.map(String), ...columns.map(columnLetter)].join(', ');
	const row = rows[0];
	const told = { ...(row !== undefined && { row }), params: { count, places } };
	if (answers.hidden === 'take') {
		const taken = cellIssue({ severity: 'info', code: 'hidden-taken', ...told });
		return { grid, issues: [taken], questions: [] };
	}
	const without = { ...grid, rows: withoutHidden(grid.rows, { rows, columns }) };
	const issue = cellIssue({ severity: 'warning', code: 'hidden-rows', ...told });
	if (answers.hidden === 'leave-out') return { grid: without, issues: [issue], questions: [] };
	const question: Question = {
		key: 'hidden',
		kind: 'hidden',
		params: { count },
		choices: [{ value: 'take' }, { value: 'leave-out' }],
		required: true,
		...(row !== undefined && { row }),
		rows: count
	};
	return { grid: without, issues: [issue], questions: [question] };
}

/** True for cells of which one is a figure, an index row aside. */
function holdsFigures(cells: readonly Cell[]): boolean {
	const hasFigure = cells.some((cell) => {
		if (cell === null) return false;
		if (typeof cell !== 'string') return true;
		const { state } = readNumber(cell);
		return state === 'figure' || state === 'not-applicable';
	});
	return hasFigure && !isIndexRow(textsOf(cells));
}

/** True for the column of unit codes, which may be numbers, of the product's own templates. */
function holdsUnitCodes(cells: readonly Cell[]): boolean {
	return cells.some(
		(cell) => typeof cell === 'string' && frameColumn(headerKey(cell)) === 'unit-code'
	);
}

function withoutHidden(
	rows: readonly Cell[][],
	hidden: { rows: readonly number[]; columns: readonly number[] }
): Cell[][] {
	const [hiddenRows, hiddenColumns] = [new Set(hidden.rows), new Set(hidden.columns)];
	return rows.map((cells, at) => {
		if (hiddenRows.has(at + 1)) return [];
		if (hiddenColumns.size === 0) return cells;
		return cells.map((cell, place) => (hiddenColumns.has(place + 1) ? null : cell));
	});
}
