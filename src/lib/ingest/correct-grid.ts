import type { Cell, Grid } from './grid.ts';

/** What the analyst writes into a cell instead of what the file says; row and column from 1. */
export interface Correction {
	row: number;
	column: number;
	/** As typed; an empty text says that the cell holds nothing. */
	text: string;
}

/** The grid with the corrections in place, the last one for a cell winning; the grid itself stays as it is. */
export function correctGrid(grid: Grid, corrections: readonly Correction[]): Grid {
	if (corrections.length === 0) return grid;
	const rows = [...grid.rows];
	for (const { row, column, text } of corrections) {
		const cells: Cell[] = [...(rows[row - 1] ?? [])];
		while (cells.length < column) cells.push(null);
		cells[column - 1] = text === '' ? null : text;
		rows[row - 1] = cells;
	}
	return { ...grid, rows };
}
