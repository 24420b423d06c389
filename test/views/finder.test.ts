import { describe, expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import type { Unit } from '#lib/units/unit.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { catalogueFindables, createFinder, type Findable } from '#lib/views/finder.ts';

const tree = createUnitTree([
	unit({ code: 'MH', name: 'Đảng bộ thành phố Minh Họa', level: 'tinh' }),
	unit({ code: 'MH-801', name: 'Đảng bộ phường Hòa Khánh', parent: 'MH', validFrom: '2025-07-01' }),
	unit({
		code: 'MH-120',
		name: 'Đảng bộ phường Hòa Khánh Đông',
		parent: 'MH',
		validTo: '2025-06-30'
	}),
	unit({ code: 'MH-900', name: 'Đảng bộ xã Đại Lộc', parent: 'MH', validFrom: '2027-01-01' })
]);
const ACTION: Findable = { kind: 'action', id: 'copy', label: 'Chép liên kết', key: 'c' };
const PAGE: Findable = { kind: 'page', id: '/unit', label: 'Đơn vị', key: '2' };

function unit(fields: Partial<Unit> & { code: string }): Unit {
	return { name: fields.code, kind: 'Phường', level: 'xa', validFrom: '2020-01-01', ...fields };
}

function find(text: string, language: 'vi' | 'en' = 'vi'): [string, string[]][] {
	const findables = [
		ACTION,
		PAGE,
		...catalogueFindables(productCatalogue(), ['2024-Q4', '2024', '2025'], language)
	];
	const finder = createFinder(findables, { tree, day: '2025-12-31', language });
	return finder(text).map(({ kind, found }) => [kind, found.map(({ id }) => id)]);
}

describe('the finder', () => {
	test('finds units without accents, those of the day first', () => {
		expect(find('hoa khanh')).toEqual([['unit', ['MH-801', 'MH-120']]]);
	});

	test('says since when or until when a unit of another day exists, and what it is under', () => {
		const finder = createFinder([], { tree, day: '2025-12-31', language: 'vi' });
		expect(finder('MH-120')[0]?.found).toEqual([
			{
				kind: 'unit',
				id: 'MH-120',
				label: 'Đảng bộ phường Hòa Khánh Đông',
				hint: 'đến 30/06/2025 · Đảng bộ thành phố Minh Họa',
				also: ['MH-120']
			}
		]);
		expect(finder('dai loc')[0]?.found[0]?.hint).toBe('từ 01/01/2027 · Đảng bộ thành phố Minh Họa');
	});

	test('finds what can be done, and pages, by the words of their names', () => {
		expect(find('lien ket')[0]).toEqual(['action', ['copy']]);
		expect(find('don vi')[0]).toEqual(['page', ['/unit']]);
	});

	test('finds documents by number and name, however they are written', () => {
		for (const text of ['21-nq/tw', '21 NQ TW'])
			expect(find(text)[0]).toEqual(['document', expect.arrayContaining(['21-nq-tw'])]);
		expect(find('21-nq/tw')[0]?.[1][0]).toBe('21-nq-tw');
	});

	test('finds periods by their names and marks', () => {
		expect(find('quy iv/2024')[0]).toEqual(['period', ['2024-Q4']]);
		expect(find('2024-q4')[0]).toEqual(['period', ['2024-Q4']]);
		expect(find('nam 2025')[0]).toEqual(['period', ['2025']]);
	});

	test('finds indicators by words of any order, and by their names in the other language', () => {
		expect(find('quy hoach nu').find(([kind]) => kind === 'indicator')?.[1]).not.toEqual([]);
		expect(find('women').find(([kind]) => kind === 'indicator')?.[1]).toEqual(
			find('women', 'en').find(([kind]) => kind === 'indicator')?.[1]
		);
	});

	test('gives nothing for an empty text, and for one that nothing holds', () => {
		expect(find('  ')).toEqual([]);
		expect(find('xyzzy')).toEqual([]);
	});

	test('answers at once among five thousand units', () => {
		const many = createUnitTree(
			Array.from({ length: 5000 }, (_, at) =>
				unit({ code: `U${at}`, name: `Đảng bộ xã Tân Lập ${at}` })
			)
		);
		const finder = createFinder([], { tree: many, day: '2025-12-31', language: 'vi' });
		finder('t');
		const start = performance.now();
		expect(finder('tan lap 4999')[0]?.found[0]?.id).toBe('U4999');
		expect(performance.now() - start).toBeLessThan(1000);
	});
});
