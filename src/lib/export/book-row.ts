import type { Cell } from 'hucre/xlsx';

/** A row of a sheet before it has its place. */
export interface BookRow {
	/** From the first column; a place without a cell stays empty. */
	cells: readonly (Partial<Cell> | undefined)[];
	/** In points. */
	height: number;
	/** How deep it is grouped. */
	outline?: number;
	/** True where its first cell spans the table. */
	isMerged?: boolean;
	/** Where a table begins: how many rows follow, and which of its columns hold statuses. */
	table?: { rows: number; statuses: readonly number[] };
}

/** How the columns of a sheet's tables are divided. */
export interface BookGrid {
	/** Of its columns, in letters. */
	widths: readonly number[];
	/** The column in which names stand, from 0. */
	nameColumn: number;
}

/** The height of a row that says none, in points. */
export const ROW_HEIGHT = 15;

const LETTER = 5.25;
const PADDING = 3.75;

/** How wide the columns of the tables are together, in points. */
export function gridWidth({ widths }: BookGrid): number {
	return widths.reduce((sum, width) => sum + width * LETTER + PADDING, 0);
}

/** How many letters wide a column of so many points is. */
export function lettersOf(points: number): number {
	return (points - PADDING) / LETTER;
}
