import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTooWide, tableMeasures, tableParts } from '#lib/export/docx-table-measures.ts';
import { rowNumbers } from '#lib/export/docx-row-numbers.ts';
import type { ReportTable } from '#lib/views/report.ts';

/** A table of names and so many columns of numbers. */
function tableWith(columns: number, name = 'Đảng bộ phường Hòa Khánh'): ReportTable {
	const cells = Array.from({ length: columns }, () => ({ text: '100,00%' }));
	return {
		caption: 'Bảng điểm',
		columns: [
			{ title: 'STT', align: 'center', width: 0 },
			{ title: 'Đơn vị', align: 'left', width: 3 },
			...cells.map(() => ({ title: 'Tỷ lệ', align: 'right' as const, width: 1 }))
		],
		rows: [{ depth: 0, cells: [{ text: '1' }, { text: name }, ...cells] }]
	};
}

const PAGE = 9354;

test('columns fill the width, and letters get smaller only where they must', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 30 }), (columns) => {
			const { widths, size } = tableMeasures(tableWith(columns), { width: PAGE, largest: 22 });
			const whole = widths.reduce((sum, each) => sum + each, 0);
			expect(whole).toBeLessThanOrEqual(PAGE);
			expect(whole).toBeGreaterThan(PAGE - 40);
			expect(size).toBeGreaterThanOrEqual(16);
			expect(size).toBeLessThanOrEqual(22);
		})
	);
	expect(tableMeasures(tableWith(3), { width: PAGE, largest: 22 }).size).toBe(22);
	expect(tableMeasures(tableWith(9), { width: PAGE, largest: 22 }).size).toBeLessThan(22);
});

test('a sentence gets the room that numbers leave', () => {
	const long = tableWith(2, 'Rà soát các cuộc thanh tra '.repeat(10));
	const { widths } = tableMeasures(long, { width: PAGE, largest: 22 });
	expect(widths[1]).toBeGreaterThan(PAGE / 2);
});

test('a table wider than the page becomes tables that each name their rows and hold every column once', () => {
	const wide = tableWith(40);
	expect(isTooWide(wide, PAGE)).toBe(true);
	const parts = tableParts(wide, PAGE);
	expect(parts.every((part) => !isTooWide(part, PAGE))).toBe(true);
	expect(parts.map(({ rows }) => rows[0]!.cells[1]!.text)).toEqual(
		parts.map(() => 'Đảng bộ phường Hòa Khánh')
	);
	expect(parts.reduce((sum, { columns }) => sum + columns.length - 2, 0)).toBe(40);
	expect(tableParts(tableWith(3), PAGE)).toHaveLength(1);
});

test('rows are numbered below those that they belong to, sums are not', () => {
	const rows = [0, 1, 1, 2, 2, 1].map((depth, place) => ({
		depth,
		cells: [],
		...(place === 0 && { isTotal: true as const })
	}));
	expect(rowNumbers(rows)).toEqual(['', '1', '2', '2.1', '2.2', '3']);
	expect(rowNumbers(rows.slice(0, 1))).toEqual(['']);
});
