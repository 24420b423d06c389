import type { Cell } from 'hucre/xlsx';
import type { ReportChart } from '#lib/views/report.ts';

/** A row of a sheet before it has its place. */
export interface BookRow {
	/** From the first column; a place without a cell stays empty. */
	cells: readonly (Partial<Cell> | undefined)[];
	/** In points; as its cells need where absent. */
	height?: number;
	/** How deep it is grouped. */
	outline?: number;
	/** True where its first cell spans the sheet. */
	isMerged?: boolean;
	/** Where a table begins: how many rows follow, and which of its columns hold statuses. */
	table?: { rows: number; statuses: readonly number[] };
	/** Where a chart hangs by its upper edge. */
	chart?: { chart: ReportChart; height: number };
	/** Where the data of a chart begin, with the names of its series. */
	data?: ReportChart;
}

/** How a sheet is divided. */
export interface BookGrid {
	/** Of its columns, in letters. */
	widths: readonly number[];
	/** The column in which names stand, from 0. */
	nameColumn: number;
}

const LETTER = 5.25;
const PADDING = 3.75;

/** How wide the columns of a sheet are together, in points. */
export function gridWidth({ widths }: BookGrid): number {
	return widths.reduce((sum, width) => sum + width * LETTER + PADDING, 0);
}
