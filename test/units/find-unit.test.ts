import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUnitFinder } from '#lib/units/find-unit.ts';
import type { UnitMatch } from '#lib/units/unit-match.ts';
import type { Unit } from '#lib/units/unit.ts';
import { openRows, openUnits } from './open-list.ts';

const units = openUnits('test/fixtures/units/city.csv');
const spellings = openRows('test/fixtures/units/spellings.csv')
	.slice(1)
	.map(([text, expected]): [string, string] => [String(text ?? ''), String(expected)]);
const findUnit = createUnitFinder(units);
const BEFORE = { date: '2024-12-31' };
const AFTER = { date: '2025-12-31' };

/** A match as the fixture writes it: a code, several codes, `!` before one that is not valid, `?` for unknown. */
function shortly(match: UnitMatch): string {
	if (match.kind === 'found') return match.unit.code;
	if (match.kind === 'unknown') return '?';
	const codes = match.units.map(({ code }) => code).sort();
	return (match.kind === 'not-valid' ? '!' : '') + codes.join('|');
}

function unit(code: string, name: string, more: Partial<Unit> = {}): Unit {
	return { code, name, kind: '', level: 'xa', validFrom: '2020-01-01', ...more };
}

describe('finding a unit by what a sheet calls it', () => {
	it.each(spellings)('reads “%s” as %s', (text, expected) => {
		expect(shortly(findUnit(text, BEFORE))).toBe(expected);
	});

	it('says whether it found by code, by exact name or by a folded spelling', () => {
		const [found] = units.filter(({ code }) => code === 'PHA');
		expect(findUnit('PHA', BEFORE)).toEqual({ kind: 'found', unit: found, by: 'code' });
		expect(findUnit('Đảng bộ phường Hòa An', BEFORE)).toEqual({
			kind: 'found',
			unit: found,
			by: 'name'
		});
		expect(findUnit('P. Hoà An', BEFORE)).toEqual({ kind: 'found', unit: found, by: 'fold' });
	});

	it('tells a unit that no longer exists from one that it does not know', () => {
		expect(shortly(findUnit('Phường Hòa An', AFTER))).toBe('!PHA');
		expect(shortly(findUnit('Hải Triều', BEFORE))).toBe('Q1');
		expect(shortly(findUnit('Hải Triều', AFTER))).toBe('PHT');
	});

	it('calls a name ambiguous when units of different times bear it and no date is given', () => {
		expect(shortly(findUnit('Hải Triều'))).toBe('PHT|Q1');
	});

	it('takes the records of a unit that moved for one unit', () => {
		const before = unit('W', 'Phường Sen', { parent: 'D', validTo: '2025-06-30' });
		const after = unit('W', 'Phường Sen', { parent: 'C', validFrom: '2025-07-01' });
		const find = createUnitFinder([before, after]);
		expect(find('P. Sen', BEFORE)).toEqual({ kind: 'found', unit: before, by: 'fold' });
		expect(find('P. Sen')).toEqual({ kind: 'found', unit: after, by: 'fold' });
	});

	it('finds a unit by the name it bore before it was renamed, and none that took in others', () => {
		const old = unit('A', 'Xã Cũ', { validTo: '2022-12-31' });
		const next = unit('B', 'Xã Mới', { validFrom: '2023-01-01' });
		const event = { date: '2023-01-01', kind: 'rename', from: 'A', to: 'B' } as const;
		const renamed = createUnitFinder([old, next], [event]);
		expect(renamed('Xã Cũ', BEFORE)).toEqual({ kind: 'found', unit: next, by: 'former-name' });
		const merged = createUnitFinder([old, next], [{ ...event, kind: 'merge' }]);
		expect(merged('Xã Cũ', BEFORE)).toEqual({ kind: 'not-valid', units: [old] });
		expect(merged.suggest('Xã Cũ', BEFORE)).toEqual([{ unit: next, why: 'former-name' }]);
	});

	it('calls a unit by its name, and by its parent’s too where another one of the day bears it', () => {
		const cells = ['PHA', 'XHA'].map((parent) => unit(`${parent}-1`, 'Chi bộ 1', { parent }));
		const [first] = cells;
		const find = createUnitFinder([...units, ...cells]);
		expect(first && find.labelOf(first, BEFORE)).toBe('Chi bộ 1 (Đảng bộ phường Hòa An)');
		expect(units[1] && find.labelOf(units[1], BEFORE)).toBe('Đảng bộ quận Hải Triều');
	});

	it('suggests at most three names that resemble an unknown one, those that exist that day', () => {
		const similar = (text: string, options = BEFORE): string[] => {
			return findUnit.suggest(text, options).map(({ unit: { code } }) => code);
		};
		expect(similar('Phường Hòa Ann')).toEqual(['PHA', 'XHA']);
		expect(similar('Xã Hòa Ann')).toEqual(['XHA', 'PHA']);
		expect(similar('Thị trấn Hòa An')).toEqual(['PHA', 'XHA']);
		expect(similar('Phường Hải Trieeu')).toEqual(['Q1']);
		expect(similar('Phường Hải Trieeu', AFTER)).toEqual(['PHT']);
		expect(similar('Phường 8')).toEqual([]);
		expect(similar('Tổng cộng')).toEqual([]);
	});

	it('finds every unit of the sample city by its code and by its name on its first day', () => {
		const city = openUnits('data/units/minh-hoa.csv');
		const find = createUnitFinder(city);
		for (const each of city) {
			const date = each.validFrom;
			expect(find(each.code, { date })).toEqual({ kind: 'found', unit: each, by: 'code' });
			expect(find(each.name, { date })).toEqual({ kind: 'found', unit: each, by: 'name' });
			expect(find(each.name.toUpperCase(), { date })).toMatchObject({ unit: each });
		}
	});
});

describe('any name of the list', () => {
	const date = BEFORE.date;
	const apart = units.filter(({ validFrom, name }) => validFrom <= date && !name.includes('Hòa H'));
	const changed = fc.constantFrom<(name: string) => string>(
		(name) => name.toUpperCase(),
		(name) => name.toLowerCase(),
		(name) => name.normalize('NFD'),
		(name) => name.replaceAll(' ', '  '),
		(name) => name.replace('Đảng bộ', 'ĐB'),
		(name) => name.replace('Đảng bộ', 'Đảng ủy'),
		(name) => name.replace(/(?<=^đảng bộ )phường /i, 'P.'),
		(name) => name.replace(/(?<=^đảng bộ )xã /i, 'X. '),
		(name) => name.replaceAll('đ', 'd').replaceAll('Đ', 'D'),
		(name) => name.normalize('NFD').replace(/[\u0300-\u036f]/g, ''),
		(name) => ` ${name}. `
	);

	it('is found through any chain of usual changes', () => {
		const cases = fc.tuple(fc.constantFrom(...apart), fc.array(changed, { maxLength: 4 }));
		fc.assert(
			fc.property(cases, ([each, changes]) => {
				const text = changes.reduce((name, change) => change(name), each.name);
				expect(findUnit(text, { date })).toMatchObject({ kind: 'found', unit: each });
			})
		);
	});

	it('never throws, whatever the text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(['found', 'ambiguous', 'not-valid', 'unknown']).toContain(findUnit(text).kind);
			})
		);
	});
});
