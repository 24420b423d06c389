import { describe, expect, it } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { findTables } from '#lib/ingest/find-tables.ts';
import type { Cell } from '#lib/ingest/grid.ts';
import { headerDictionary } from '#lib/ingest/header-dictionary.ts';
import { headerTexts } from '#lib/ingest/header-key.ts';
import { isFigureRow, longColumns } from '#lib/ingest/long-header.ts';

const DICTIONARY = headerDictionary(productCatalogue().templates);
const HEADER = ['ma_don_vi', 'ky', 'ma_so_lieu', 'gia_tri'];
const columns = longColumns(HEADER.map((text) => ({ text, key: text.replaceAll('_', ' ') }))) ?? [];

describe('a header of one figure a row', () => {
	it('is told by a unit, a measure and a value', () => {
		expect(columns.map(({ role }) => role.kind)).toEqual(
			expect.arrayContaining(['unit-code', 'measure-name', 'value'])
		);
		expect(longColumns(headerTexts(['Đơn vị', 'Giá trị']))).toBeUndefined();
	});

	it.each<[Cell[], number, boolean]>([
		[['MH01', '2024-Q4', 'tcd', '1.204'], 1, true],
		[['MH01', '2024-Q4', 'tcd', 1204], 1, true],
		[['MH01', '2024-Q4', 'tcd', null], 1, false],
		[['MH01', '2024-Q4', 'tcd', 'chưa có'], 1, false],
		[['Đơn vị', 'Tổng số TCCSĐ', 'Kết nạp', '2024'], 2, false]
	])('has figures in the rows under it', (cells, words, is) => {
		expect(isFigureRow({ columns }, cells, words)).toBe(is);
	});

	it('hides no table that begins under its figures', () => {
		const figures = Array.from({ length: 30 }, (_, at): Cell[] => ['MH01', '2024-Q4', 'tcd', at]);
		const below: Cell[][] = [
			['STT', 'Đơn vị', 'Số thôn', 'Số thôn có đảng viên'],
			[1, 'Hòa Thịnh', 28, 28]
		];
		const tables = findTables({ rows: [HEADER, ...figures, ...below] }, DICTIONARY);
		expect(tables.map(({ header, template }) => [header, template?.id])).toEqual([
			[1, undefined],
			[32, 'B3']
		]);
	});
});
