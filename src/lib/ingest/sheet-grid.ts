import { AppError } from '#lib/base/app-error.ts';
import { MOST } from './bounds.ts';
import type { Cell, Grid, MergedRange } from './grid.ts';

const MOST_COVERED = 20_000_000;
const MOST_MERGES = 100_000;

/** A sheet as its file tells it; everything from 1, ends included. */
export interface SheetCells {
	/** Only the rows that the file speaks of, as long as they are. */
	rows: Map<number, Cell[]>;
	merges: MergedRange[];
	hiddenRows: number[];
	hiddenColumns: { from: number; to: number }[];
}

/**
 * The rows of a sheet, all as long, from its first row and column to the last that hold anything, however large the
 * sheet declares itself; of a merged range only the first cell, which alone is seen; and what it merges and hides of
 * what it holds. Throws AppError `file.too-many-cells` (`most`), and `file.damaged` where merged ranges lie over one
 * another many times.
 */
export function sheetGrid({
	rows: told,
	merges,
	hiddenRows,
	hiddenColumns
}: SheetCells): Omit<Grid, 'sheet'> {
	blankCovered(told, merges);
	const { height, width } = sizeOf(told);
	refuseMany(height * width, MOST.cells);
	refuseMany(told.size * width, MOST.laidOutCells);
	const blank = new Array<Cell>(width).fill(null);
	const rows = Array.from({ length: height }, (_, at) => {
		const row = told.get(at + 1);
		return row ? fitted(row, width) : blank;
	});

	const within = merges.filter(({ top, left }) => top <= height && left <= width);
	const outOfSight = [...new Set(hiddenRows)].filter((row) =>
		rows[row - 1]?.some((cell) => cell !== null)
	);
	const columns = filledColumns(hiddenColumns, rows, width);
	return {
		rows,
		...(within.length > 0 && { merges: within }),
		...(outOfSight.length > 0 && { hiddenRows: outOfSight }),
		...(columns.length > 0 && { hiddenColumns: columns })
	};
}

/**
 * The grids of a workbook's sheets. Throws AppError `file.too-many-sheets`, `file.damaged` for a sheet without a name and, before a further sheet is read,
 * `file.too-many-cells` (`most`).
 */
export function withinBounds(
	names: readonly (string | undefined)[],
	gridOf: (name: string, place: number) => Grid
): Grid[] {
	if (names.length > MOST.sheets) throw new AppError('file.too-many-sheets', { most: MOST.sheets });
	let cells = 0;
	return names.map((name, place) => {
		if (name === undefined) throw new AppError('file.damaged');
		const grid = gridOf(name, place);
		cells += grid.rows.length * (grid.rows[0]?.length ?? 0);
		refuseMany(cells, MOST.cells);
		return grid;
	});
}

function sizeOf(rows: ReadonlyMap<number, Cell[]>): { height: number; width: number } {
	let [height, width] = [0, 0];
	for (const [row, cells] of rows) {
		const length = 1 + cells.findLastIndex((cell) => cell !== null);
		if (length > 0) height = Math.max(height, row);
		width = Math.max(width, length);
	}
	return { height, width };
}

function fitted(row: Cell[], width: number): Cell[] {
	if (row.length === width) return row;
	return Array.from({ length: width }, (_, column) => row[column] ?? null);
}

function filledColumns(
	ranges: SheetCells['hiddenColumns'],
	rows: readonly Cell[][],
	width: number
): number[] {
	// How many ranges begin at a column, less those that ended before it: they may be as many as the columns.
	const steps = new Int32Array(width + 2);
	for (const { from, to } of ranges) {
		const [first, last] = [Math.max(1, Math.floor(from)), Math.min(width, Math.floor(to))];
		// Of a range that says no numbers neither is true.
		if (!(first <= last)) continue;
		steps[first] = (steps[first] ?? 0) + 1;
		steps[last + 1] = (steps[last + 1] ?? 0) - 1;
	}
	let open = 0;
	const columns = Array.from({ length: width }, (_, at) => at + 1);
	return columns.filter((column) => {
		open += steps[column] ?? 0;
		return open > 0 && rows.some((row) => row[column - 1] !== null);
	});
}

function refuseMany(cells: number, most: number): void {
	if (cells > most) throw new AppError('file.too-many-cells', { most });
}

function blankCovered(rows: ReadonlyMap<number, Cell[]>, merges: readonly MergedRange[]): void {
	if (merges.length > MOST_MERGES) throw new AppError('file.damaged');
	let looked = 0;
	for (const { top, left, bottom, right } of merges) {
		for (let at = top; at <= bottom; at++) {
			if ((looked += 1) > MOST_COVERED) throw new AppError('file.damaged');
			const row = rows.get(at);
			const from = at === top ? left : left - 1;
			row?.fill(null, from, right);
			looked += row ? Math.max(0, Math.min(row.length, right) - from) : 0;
		}
	}
}
