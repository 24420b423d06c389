import { describe, expect, it } from 'vitest';
import { imagesOn } from '#lib/units/images.ts';
import type { LineageEvent, LineageKind } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';

const BEFORE = { validFrom: '2020-01-01', validTo: '2025-06-30' };
const AFTER = { validFrom: '2025-07-01' };
const ALWAYS = { validFrom: '2020-01-01' };
const FORWARD = { from: '2024-12-31', to: '2025-12-31' };
const BACKWARD = { from: '2025-12-31', to: '2024-12-31' };

function unit(code: string, parent: string | undefined, valid: Partial<Unit>): Unit {
	return { code, name: code, kind: '', level: '', parent, validFrom: '', ...valid };
}

/** "merge A C" on 1 July 2025, or on the day that stands first; a share may stand last. */
function told(...lines: string[]): LineageEvent[] {
	return lines.map((line) => {
		const words = line.split(' ');
		const date = /^\d/.test(words[0] ?? '') ? (words.shift() ?? '') : '2025-07-01';
		const [kind, from = '', to, share] = words;
		return { date, kind: kind as LineageKind, from, ...(to && { to }), ...(share && { share }) };
	});
}

/** Every image as text: "C", "remainder at R; not at C, D", "C 0–7/20, D 7/20–1". */
function images(
	units: Unit[],
	lineage: LineageEvent[],
	days: { from: string; to: string }
): Record<string, string> {
	const all = [...imagesOn(units, lineage, days)].map(([code, { parts, unallocated }]) => {
		const texts = parts.map(({ unit: place, lower, upper, isRemainder }) => {
			const bounds = [lower, upper].map(({ numerator, denominator }) =>
				denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`
			);
			const span = bounds.join('–') === '0–1' ? '' : ` ${bounds.join('–')}`;
			return `${isRemainder ? 'remainder at ' : ''}${place}${span}`;
		});
		const not = unallocated.length > 0 ? `; not at ${unallocated.join(', ')}` : '';
		return [code, texts.join(', ') + not];
	});
	return Object.fromEntries(all) as Record<string, string>;
}

/** A city with a district of the wards A and B until the reform, without it afterwards. */
const city = [
	unit('R', undefined, ALWAYS),
	unit('D', 'R', BEFORE),
	unit('A', 'D', BEFORE),
	unit('B', 'D', BEFORE),
	unit('C', 'R', AFTER),
	unit('E', 'R', AFTER)
];

describe('where figures hang on another map', () => {
	it('is the unit itself where it exists on both days, whatever its code stood for between them', () => {
		expect(images([unit('R', undefined, ALWAYS)], [], FORWARD)).toEqual({ R: 'R' });
		const moved = [...city, unit('K', 'D', BEFORE), unit('K', 'R', AFTER)];
		expect(images(moved, [], FORWARD)['K']).toBe('K');
		expect(images(moved, [], BACKWARD)['K']).toBe('K');
	});

	it('is the one heir of a merge or a new name', () => {
		const lineage = told('merge A C', 'merge B C');
		expect(images(city, lineage, FORWARD)).toEqual({ R: 'R', D: 'remainder at R', A: 'C', B: 'C' });
		expect(images(city, told('rename A C', 'rename B E'), BACKWARD)).toEqual({
			R: 'R',
			C: 'A',
			E: 'B'
		});
	});

	it('is, for a merge looked at backwards, what stands above all its parts', () => {
		expect(images(city, told('merge A C', 'merge B C'), BACKWARD)).toEqual({
			R: 'R',
			C: 'remainder at D; not at A, B',
			E: 'remainder at R'
		});
	});

	it('is every heir of a split with its listed share, and above them without shares', () => {
		expect(images(city, told('split A C 0.35', 'split A E 0.65'), FORWARD)['A']).toBe(
			'C 0–7/20, E 7/20–1'
		);
		expect(images(city, told('split A C', 'split A E'), FORWARD)['A']).toBe(
			'remainder at R; not at C, E'
		);
		expect(images(city, told('split A C 0.35', 'split A E'), FORWARD)['A']).toBe(
			'remainder at R; not at C, E'
		);
		expect(images(city, told('split A C', 'split A E'), BACKWARD)).toEqual({
			R: 'R',
			C: 'A',
			E: 'A'
		});
	});

	it('follows chains of events, shares of shares, and parts that meet again', () => {
		const later = [
			...city.slice(0, 4),
			unit('C', 'R', { validFrom: '2025-07-01', validTo: '2025-09-30' }),
			unit('E', 'R', AFTER),
			unit('F', 'R', { validFrom: '2025-10-01' })
		];
		const onward = told('split A C 0.5', 'split A E 0.5', 'merge B C');
		const split = told('2025-10-01 split C F 0.5', '2025-10-01 split C E 0.5');
		expect(images(later, [...onward, ...split], FORWARD)).toMatchObject({
			A: 'F 0–1/4, E 1/4–1/2, E 1/2–1',
			B: 'F 0–1/2, E 1/2–1'
		});
		const met = told('split A C', 'split A E', '2025-10-01 merge C E');
		expect(images(later, met, FORWARD)['A']).toBe('E');
	});

	it('names the units on the way to the parts as unallocated, too', () => {
		const deep = [...city, unit('P', 'R', ALWAYS), unit('G', 'P', AFTER)];
		expect(images(deep, told('split A C', 'split A G'), FORWARD)['A']).toBe(
			'remainder at R; not at C, G, P'
		);
	});

	it('is, for a unit closed or gone without an event, what became of the one above it, as a remainder', () => {
		expect(images(city, told('close A', 'rename D E'), FORWARD)).toMatchObject({
			D: 'E',
			A: 'remainder at E',
			B: 'remainder at E'
		});
	});

	it('does not take a code used again for the old unit', () => {
		const again = [...city, unit('A', 'R', AFTER)];
		expect(images(again, told('merge A C'), FORWARD)['A']).toBe('C');
		expect(images(again, told('merge A C', 'merge B A'), BACKWARD)).toMatchObject({
			A: 'B',
			C: 'A'
		});
		const later = [...city, unit('A', 'R', { validFrom: '2025-10-01' })];
		expect(images(later, told('2025-12-01 merge A E'), FORWARD)['A']).toBe('remainder at R');
	});

	it('tells the parts of a unit that others joined, though it kept its code', () => {
		const grown = [unit('R', undefined, ALWAYS), unit('K', 'R', ALWAYS), unit('A', 'R', BEFORE)];
		expect(images(grown, told('merge A K'), FORWARD)).toEqual({ R: 'R', K: 'K', A: 'K' });
		expect(images(grown, told('merge A K'), BACKWARD)).toEqual({
			R: 'R',
			K: 'remainder at R; not at A, K'
		});
	});

	it('does not tell the parts of a unit that gave some away, though it kept its code', () => {
		const shrunk = [unit('R', undefined, ALWAYS), unit('K', 'R', ALWAYS), unit('C', 'R', AFTER)];
		expect(images(shrunk, told('split K C'), FORWARD)['K']).toBe('remainder at R; not at C, K');
		expect(images(shrunk, told('split K C 0.2', 'split K K 0.8'), FORWARD)['K']).toBe(
			'C 0–1/5, K 1/5–1'
		);
	});

	it('loses no figure in a circle, nor where no unit stands above all parts', () => {
		expect(images(city, told('merge A B', 'merge B A'), FORWARD)['A']).toBe('remainder at R');
		const apart = [unit('S', undefined, ALWAYS), unit('Z', 'S', AFTER), ...city];
		expect(images(apart, told('split A C', 'split A Z'), FORWARD)['A']).toBe(
			'remainder at S; not at C, R, Z'
		);
	});

	it('is nowhere on a day without units', () => {
		expect(images(city, [], { from: '2024-12-31', to: '2019-01-01' })).toEqual({});
	});
});
