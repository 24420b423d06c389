import { describe, expect, test } from 'vitest';
import {
	isNumeric,
	isQuantity,
	languageOf,
	printCell,
	secondsWords
} from '#lib/views/answer-cells.ts';

const column = (type: string, name = 'value') => ({ name, type });

describe('a cell', () => {
	test.each([
		['1234567', 'BIGINT', '1.234.567', '1,234,567'],
		['-1234567', 'INTEGER', '-1.234.567', '-1,234,567'],
		[
			'170141183460469231731687303715884105727',
			'HUGEINT',
			'170.141.183.460.469.231.731.687.303.715.884.105.727',
			'170,141,183,460,469,231,731,687,303,715,884,105,727'
		],
		['-0.50', 'DECIMAL(18,2)', '-0,50', '-0.50'],
		['1234.5000', 'DECIMAL(18,4)', '1.234,5000', '1,234.5000'],
		['92.42424242424242', 'DOUBLE', '92,4242…', '92.4242…'],
		['89.9999999', 'DOUBLE', '89,9999…', '89.9999…'],
		['90.0', 'DOUBLE', '90', '90'],
		['1e+20', 'DOUBLE', '1e+20', '1e+20'],
		['nan', 'DOUBLE', 'nan', 'nan'],
		['2024-12-14', 'DATE', '14/12/2024', '14 Dec 2024'],
		['2024-12-14 23:59:01.5', 'TIMESTAMP', '14/12/2024 23:59:01', '14 Dec 2024 23:59:01'],
		['true', 'BOOLEAN', 'true', 'true'],
		['2024-Q1', 'VARCHAR', '2024-Q1', '2024-Q1']
	])('%s of %s is written as %s, in English %s', (text, type, vi, en) => {
		expect(printCell(text, column(type), 'vi')).toBe(vi);
		expect(printCell(text, column(type), 'en')).toBe(en);
	});

	test('of a year or a row is no quantity, and its digits stay together', () => {
		expect(printCell('2024', column('INTEGER', 'year'), 'vi')).toBe('2024');
		expect(isNumeric(column('INTEGER', 'year'))).toBe(true);
		expect(isQuantity(column('INTEGER', 'year'))).toBe(false);
		expect(isQuantity(column('INTEGER', 'years_late'))).toBe(true);
	});

	test('in Vietnamese letters is read as Vietnamese', () => {
		expect([languageOf('Phường 2'), languageOf('MH-801')]).toEqual(['vi', undefined]);
	});
});

test('a span of time is told in seconds', () => {
	expect(secondsWords(154, 'vi')).toBe('0,15');
	expect(secondsWords(12_600, 'en')).toBe('13');
});
