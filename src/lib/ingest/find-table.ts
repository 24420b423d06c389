import { cleanText } from '#lib/base/fold.ts';
import type { Period } from '#lib/base/period.ts';
import type { Measure, Template } from '#lib/catalogue/catalogue.ts';
import type { ColumnRole } from './column-role.ts';
import type { ColumnMatchWay } from './draft.ts';
import type { Cell } from './grid.ts';

/** One column of a table. */
export interface TableColumn {
	/** Its place in the grid, from 1. */
	column: number;
	/** Its header as it stands in the file, levels joined with " › ", or its letter where it has none. */
	name: string;
	/** The key of its header; empty where it has none. */
	key: string;
	role: ColumnRole;
	/** How its role was found; absent where it has none. */
	by?: ColumnMatchWay;
	/** The period that its header names, where the table tells columns apart by periods. */
	period?: Period;
}

/** A table found in a grid: one unit a row (tidy), or one figure a row (long). All rows are counted from 1. */
export interface Table {
	/** Absent for the long layout. */
	template?: Template;
	/** The rows that title it: those over it, and those of the table before where its own name no period. */
	titles: number[];
	/** The first and the last header row; the data stand below it. */
	top: number;
	header: number;
	/** The last row that belongs to it. */
	end: number;
	columns: TableColumn[];
	/** Further templates that its header fits as well. */
	rivals?: Template[];
	/** The measures without a column that are 0 in every row, as the analyst says. */
	zeros?: Measure[];
}

/** The keys of a table's headers in their order, blank ones left out: what its layout is known by. */
export function headerKeys(columns: readonly TableColumn[]): string[] {
	return columns.flatMap(({ key }) => (key === '' ? [] : [key]));
}

/** Plain words and numbers, of which a large file mostly consists, are clean as they are. */
const CLEAN = /^[!-~]+(?: [!-~]+)*$/;

/** The cells of a row as clean text. */
export function textsOf(cells: readonly Cell[]): string[] {
	return Array.from(cells, (cell) => {
		if (cell === null) return '';
		const text = String(cell);
		return CLEAN.test(text) ? text : cleanText(text);
	});
}
