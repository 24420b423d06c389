import { describe, expect, it } from 'vitest';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { createUnitTreeRows } from '#lib/views/unit-tree-rows.ts';

const unit = (code: string, name: string, parent?: string) => ({
	code,
	name,
	kind: '',
	level: '',
	...(parent && { parent }),
	validFrom: '2020-01-01'
});
const rowsOf = createUnitTreeRows(
	createUnitTree([
		unit('MH', 'Đảng bộ thành phố Minh Họa'),
		unit('A', 'Đảng bộ quận Liên Chiểu', 'MH'),
		unit('A1', 'Đảng bộ phường Hòa Khánh', 'A'),
		unit('A2', 'Đảng bộ phường Hòa Minh', 'A'),
		unit('B', 'Đảng bộ quận Hải Châu', 'MH')
	])
);
const date = '2024-12-31';

describe('the visible lines of the unit tree', () => {
	it('are those of the open units', () => {
		const { rows } = rowsOf({ date, open: new Set(['MH']), search: '' });
		expect(
			rows.map(({ code, level, position, siblings, isOpen }) => [
				code,
				level,
				position,
				siblings,
				isOpen
			])
		).toEqual([
			['MH', 1, 1, 1, true],
			['A', 2, 1, 2, false],
			['B', 2, 2, 2, undefined]
		]);
	});

	it('are what a search without accents finds, with the units above', () => {
		const { rows, found } = rowsOf({ date, open: new Set(), search: 'hoa khanh' });
		expect(found).toEqual(['A1']);
		expect(rows.map(({ code, isFound, siblings }) => [code, isFound, siblings])).toEqual([
			['MH', false, 1],
			['A', false, 1],
			['A1', true, 1]
		]);
	});

	it('are none where the search finds none, or no unit exists on the day', () => {
		expect(rowsOf({ date, open: new Set(), search: 'qqq' })).toEqual({ rows: [], found: [] });
		expect(rowsOf({ date: '1999-01-01', open: new Set(), search: '' }).rows).toEqual([]);
	});
});
