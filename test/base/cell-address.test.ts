import { describe, expect, test } from 'vitest';
import { cellAddress, columnLetter } from '#lib/base/cell-address.ts';

describe('columnLetter', () => {
	test('counts on with two letters after Z, and with three after ZZ', () => {
		expect([1, 26, 27, 52, 53, 702, 703, 16384].map(columnLetter)).toEqual([
			'A',
			'Z',
			'AA',
			'AZ',
			'BA',
			'ZZ',
			'AAA',
			'XFD'
		]);
	});
});

describe('cellAddress', () => {
	test('puts the letter of the column before the row', () => {
		expect(cellAddress({ row: 7, column: 5 })).toBe('E7');
	});
});
