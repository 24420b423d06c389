import { describe, expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { carriedChoices, columnValue, frameName } from '#lib/views/column-choices.ts';

describe('columnValue', () => {
	const columns = [
		{ column: 1, header: 'TT', carries: 'index' },
		{ column: 2, header: '', carries: 'ignored' },
		{ column: 3, header: 'Nữ', carries: 'ignored' },
		{ column: 4, header: 'nữ', carries: 'ignored' },
		{ column: 5, header: 'Tổng', carries: 'ignored' }
	];

	test('is the key of the header, which the next file has too', () => {
		expect(columnValue(5, { columns, headers: ['tt', 'nu', 'nu', 'tong'] })).toBe('tong');
	});

	test('is the number of the column where the key is not its own', () => {
		expect(columnValue(4, { columns, headers: ['tt', 'nu', 'nu', 'tong'] })).toBe('@4');
		expect(columnValue(2, { columns, headers: ['tt', 'nu', 'nu', 'tong'] })).toBe('@2');
		expect(columnValue(5, { columns, headers: ['tt'] })).toBe('@5');
	});
});

describe('carriedChoices', () => {
	test('offers the measures and attributes of the sheet', () => {
		const choices = carriedChoices('B1', { catalogue: productCatalogue(), language: 'vi' });
		expect(choices.map(({ value }) => value)).toContain('b1.kht');
		expect(choices.every(({ label }) => label !== '')).toBe(true);
	});
});

describe('frameName', () => {
	test('names what is no measure, and what nobody knows as ignored', () => {
		expect(frameName('unit', 'vi')).toBe('Đơn vị');
		expect(frameName('ignored', 'en')).toBe('Ignored');
	});
});
