import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { Cell } from './grid.ts';
import type { SheetCells } from './sheet-grid.ts';

/** What a sheet as the library gives it holds, merges and hides. */
export function sheetCells(sheet: WorkSheet, cellOf: (cell: CellObject) => Cell): SheetCells {
	const cells = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
	const rows: SheetCells['rows'] = new Map();
	// Rows that hold nothing are holes in the library's list, which forEach leaps over.
	cells.forEach((row, at) => {
		const read = Array.from(row, (cell): Cell => (cell ? cellOf(cell) : null));
		if (read.some((cell) => cell !== null)) rows.set(at + 1, read);
	});
	return {
		rows,
		merges: (sheet['!merges'] ?? []).map(({ s: start, e: end }) => ({
			...{ top: start.r + 1, left: start.c + 1 },
			...{ bottom: end.r + 1, right: end.c + 1 }
		})),
		hiddenRows: placesOf(sheet['!rows'], ({ hidden }) => hidden === true),
		hiddenColumns: placesOf(
			sheet['!cols'],
			({ hidden, width }) => hidden === true || width === 0
		).map((column) => ({ from: column, to: column }))
	};
}

/** The list may be far longer than what stands in it. */
function placesOf<T>(list: readonly (T | undefined)[] = [], is: (item: T) => boolean): number[] {
	return Object.entries(list)
		.filter(([, item]) => item && is(item))
		.map(([at]) => Number(at) + 1);
}
