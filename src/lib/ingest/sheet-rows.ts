import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import { AppError } from '#lib/base/app-error.ts';
import type { Cell } from './grid.ts';

const MOST_CELLS = 50_000_000;
const MOST_COVERED = 20_000_000;

/**
 * The rows of a sheet, all as long, from its first row and column to the last that hold anything, however large the
 * sheet declares itself; of a merged range only the first cell, which alone is seen. Throws AppError
 * `file.too-many-cells` (`most`), and `file.damaged` where merged ranges lie over one another many times.
 */
export function sheetRows(sheet: WorkSheet, cellOf: (cell: CellObject) => Cell): Cell[][] {
	const cells = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
	const rows = new Map<number, Cell[]>();
	// Rows that hold nothing are holes in the library's list, which forEach leaps over.
	cells.forEach((row, at) => rows.set(at, readRow(row, cellOf)));
	blankCovered(rows, sheet['!merges'] ?? []);

	let height = 0;
	let width = 0;
	for (const [at, row] of rows) {
		const length = 1 + row.findLastIndex((cell) => cell !== null);
		if (length > 0) height = Math.max(height, at + 1);
		width = Math.max(width, length);
	}
	if (height * width > MOST_CELLS) throw new AppError('file.too-many-cells', { most: MOST_CELLS });
	const blank = new Array<Cell>(width).fill(null);
	return Array.from({ length: height }, (_, at) => {
		const row = rows.get(at);
		return row ? Array.from({ length: width }, (_, column) => row[column] ?? null) : blank;
	});
}

function readRow(
	row: readonly (CellObject | undefined)[],
	cellOf: (cell: CellObject) => Cell
): Cell[] {
	return Array.from(row, (cell) => (cell ? cellOf(cell) : null));
}

function blankCovered(rows: ReadonlyMap<number, Cell[]>, merges: readonly Range[]): void {
	let looked = 0;
	for (const { s: start, e: end } of merges) {
		for (let at = start.r; at <= end.r; at++) {
			if ((looked += 1) > MOST_COVERED) throw new AppError('file.damaged');
			const row = rows.get(at);
			const from = at === start.r ? start.c + 1 : start.c;
			row?.fill(null, from, end.c + 1);
			looked += row ? Math.max(0, Math.min(row.length, end.c + 1) - from) : 0;
		}
	}
}
