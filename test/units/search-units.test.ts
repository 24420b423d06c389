import { describe, expect, it } from 'vitest';
import { createUnitSearch } from '#lib/units/search-units.ts';
import { openUnits } from './open-list.ts';

const search = createUnitSearch(openUnits('data/units/minh-hoa.csv'));
const BEFORE = '2025-06-30';
const AFTER = '2025-07-01';
const names = (text: string, date: string = BEFORE): string[] =>
	search(text, { date }).map(({ name }) => name.replace('Đảng bộ ', ''));

describe('searching units', () => {
	it('finds Hòa Khánh without accents', () => {
		expect(names('hoa khanh')).toEqual(['phường Hòa Khánh', 'phường Hòa Khánh Đông']);
		expect(names('HÒA KHÁNH')).toEqual(names('hoa khanh'));
		expect(names('hoà khánh đ')).toEqual(['phường Hòa Khánh Đông']);
	});

	it('finds only units that exist on the date, and all of them without one', () => {
		expect(names('hoa khanh', AFTER)).toEqual(['phường Hòa Khánh']);
		expect(search('phường hòa khánh').map(({ code }) => code)).toEqual([
			'MH-401',
			'MH-402',
			'MH-807'
		]);
	});

	it('puts names that start with the text before those with a word that does, then the rest', () => {
		expect(names('son')).toEqual([
			'quận Sông Vàng',
			'xã Sơn Thượng',
			'xã Sơn Hạ',
			'phường Ngọc Sơn',
			'huyện Phú Sơn',
			'xã Phú Sơn'
		]);
		expect(names('ong').length).toBeGreaterThan(3);
	});

	it('finds by kind, by abbreviation and by code', () => {
		expect(names('xã hòa')).toEqual(['xã Hòa Thịnh', 'xã Hòa An']);
		expect(names('p. tân lợi')).toEqual(['phường Tân Lợi']);
		expect(names('ubnd')).toEqual(['Ủy ban nhân dân thành phố']);
		expect(names('mh-704')).toEqual(['xã Phú Mỹ']);
		expect(names('phu mi')).toEqual(['xã Phú Mỹ']);
	});

	it('finds nothing for an empty text or one that no unit holds', () => {
		expect(names('  ')).toEqual([]);
		expect(names('xyz')).toEqual([]);
	});

	it('stops at the limit', () => {
		expect(search('phường', { limit: 5 }).length).toBe(5);
	});
});
