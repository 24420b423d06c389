import type { Issue } from '#lib/base/issue.ts';
import { MOST } from './bounds.ts';
import { cellIssue } from './cell-issue.ts';
import type { Table } from './find-table.ts';
import type { Cell, Grid } from './grid.ts';
import { placeOf } from './table-line.ts';

/** How many rows of a sheet tell whether a table with too many names is one of persons. */
export const ROWS_OF_A_CROWD = 5_000;

const NUMBER_BEFORE = /^(?:\d+[.)]\s+|[-+•*]\s*)/;

/**
 * The issue of a table that names far more units than there are, so that most of them cannot be known: another list of
 * units belongs to it. `undefined` where there are not so many.
 */
export function tooManyNames(table: Table, grid: Grid, units: number): Issue | undefined {
	const rows = grid.rows.slice(table.header, table.end);
	const count = countNames(rows, table);
	if (!areTooMany(count, units)) return undefined;
	const params = { count, known: units };
	return cellIssue({ severity: 'error', code: 'too-many-units', row: table.header, params });
}

/** True for more names than such a list of units can account for. */
export function areTooMany(names: number, units: number): boolean {
	return names > MOST.unitNames + 2 * units;
}

/** The different names, their numbers left out; of a row with a code the code. */
function countNames(rows: readonly Cell[][], { columns }: Table): number {
	const [code, name] = [placeOf(columns, 'unit-code'), placeOf(columns, 'unit')];
	const names = new Set<string>();
	for (const cells of rows) {
		const text = textAt(cells, code) || textAt(cells, name);
		if (text !== '') names.add(text.replace(NUMBER_BEFORE, ''));
	}
	return names.size;
}

function textAt(cells: readonly Cell[], place: number | undefined): string {
	const cell = place === undefined ? null : (cells[place] ?? null);
	return cell === null ? '' : String(cell).trim();
}
