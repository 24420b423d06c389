import { expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { tablePlace } from '#lib/views/table-place.ts';
import { totalLines } from '#lib/views/total-lines.ts';

test('totals that disagree stand first', () => {
	const totals = [
		{ label: 'Tổng cộng', measure: 'b1.xl', expected: 132n, found: 132n },
		{ label: 'Cộng II', measure: 'b1.xl', expected: 1042n, found: 42n }
	];
	const lines = totalLines(totals, { catalogue: productCatalogue(), language: 'vi' });
	expect(
		lines.map(({ label, expected, found, differs }) => [label, expected, found, differs])
	).toEqual([
		['Cộng II', '1.042', '42', true],
		['Tổng cộng', '132', '132', false]
	]);
});

test('a table is named by its sheet and its number', () => {
	expect(tablePlace({}, 'vi')).toBe('Cả tệp');
	expect(tablePlace({ sheet: 'B1' }, 'vi')).toBe('Trang tính “B1”');
	expect(tablePlace({ sheet: 'B1', table: 2 }, 'en')).toBe('Sheet “B1”, table 2');
	expect(tablePlace({ table: 2 }, 'vi')).toBe('Bảng 2');
});
