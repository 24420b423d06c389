import { expect, test } from 'vitest';
import { pageStarts, sheetPaper } from '#lib/export/book-pages.ts';
import { bookPaper } from '#lib/export/book-paper.ts';
import type { BookRow } from '#lib/export/book-row.ts';

const GRID = { widths: [34, ...Array.from({ length: 8 }, () => 15)], nameColumn: 0 };
const HEAD = 46;

/** The rows of a sheet with a table of so many rows, and lines below it. */
function rowsOf(count: number): BookRow[] {
	const row = { cells: [], height: 17.25 };
	const head = { cells: [], height: HEAD, table: { rows: count, statuses: [] } };
	return [row, head, ...Array.from({ length: count }, () => row)];
}

/** How many pages rows fill when each of them begins with the head. */
function pagesAt(capacity: number, rows: readonly BookRow[]): number {
	const heights = rows.map(({ height }) => height);
	let [pages, used] = [1, 0];
	for (const height of heights) {
		if (used + height > capacity) [pages, used] = [pages + 1, HEAD];
		used += height;
	}
	return pages;
}

test('a few lines beneath the repeated head are drawn onto the pages before them, whatever their number', () => {
	const usual = bookPaper(GRID);
	for (let count = 1; count <= 160; count += 1) {
		const rows = rowsOf(count);
		const [before, after] = [
			pagesAt(usual.capacity, rows),
			pagesAt(sheetPaper(GRID, rows).capacity, rows)
		];
		expect(after).toBeLessThanOrEqual(before);
		if (before === after && before > 1) {
			const own = rows.reduce((sum, { height }) => sum + height, 0) + HEAD * (before - 1);
			const last = own - usual.capacity * (before - 1) - HEAD;
			expect(last, `${count} rows on ${before} pages`).toBeGreaterThan(0.15 * usual.capacity);
		}
	}
});

test('no page is fuller than its paper, and none ends between a caption, its head and its first row', () => {
	const paper = bookPaper(GRID);
	const caption: BookRow = { cells: [], height: 24 };
	const tables = Array.from({ length: 8 }, () => [caption, ...rowsOf(52).slice(1)]).flat();
	const starts = [0, ...pageStarts(tables, paper), tables.length];
	for (const [at, from] of starts.slice(0, -1).entries()) {
		const page = tables.slice(from, starts[at + 1]);
		expect(page.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(paper.capacity);
		expect(page.at(-1)!.table).toBe(undefined);
		expect(tables[from]!.table, 'a head without its caption').toBe(undefined);
		expect(tables[from - 1]?.table, 'a first row without its head').toBe(undefined);
	}
});
