import { describe, expect, test } from 'vitest';
import type { Totals } from '#lib/base/indicator-total.ts';
import { rollUpSmallCity } from './small-city.ts';

/** What the small city's files, each told in lines, add up to. */
function smallCity(...files: string[]): Totals {
	return rollUpSmallCity(files);
}

const NOBODY = { units: 0, unknown: 0, lastDenominator: 0n, numerator: 0n, denominator: 0n };

describe('submissions', () => {
	const first = 'east 2024-Q1 end.a 3\neast 2024-Q1 end.b 4';

	test('without any there are no periods and no totals', () => {
		const rollup = smallCity();
		expect([rollup.periods, rollup.total('city', '2024', 'end')]).toEqual([[], undefined]);
	});

	test('the newest word on a cell holds, and the older one again without it', () => {
		const again = smallCity(first, 'east 2024-Q1 end.a 2');
		expect(again.total('city', '2024-Q1', 'end')).toMatchObject({ numerator: 2n, denominator: 4n });
		const undone = smallCity(first);
		expect(undone.total('city', '2024-Q1', 'end')).toMatchObject({
			numerator: 3n,
			denominator: 4n
		});
	});

	test('"nothing reported" takes an older figure back; zero and "x" are words of their own', () => {
		const blank = smallCity(first, 'east 2024-Q1 end.a -');
		expect(blank.total('east', '2024-Q1', 'end')).toEqual({
			unit: 'east',
			period: '2024-Q1',
			indicator: 'end',
			denominator: 4n,
			reported: 1,
			expected: 1,
			pending: { units: 1, unknown: 0, lastDenominator: 4n, numerator: 0n, denominator: 4n },
			asOf: '2024-Q1',
			stale: 0,
			closed: true
		});
		const zero = smallCity(first, 'east 2024-Q1 end.a 0');
		expect(zero.total('east', '2024-Q1', 'end')).toMatchObject({ numerator: 0n, pending: NOBODY });
		const none = smallCity(first, 'east 2024-Q1 end.a x\neast 2024-Q1 end.b x');
		expect(none.total('east', '2024-Q1', 'end')).toEqual({
			unit: 'east',
			period: '2024-Q1',
			indicator: 'end',
			reported: 0,
			expected: 0,
			pending: NOBODY,
			stale: 0,
			closed: true
		});
	});

	test('rows of one submission that name the same cell are added up', () => {
		const rollup = smallCity('east 2024-Q1 end.a 3\neast 2024-Q1 end.a 4');
		expect(rollup.total('city', '2024-Q1', 'end')?.numerator).toBe(7n);
	});

	test('figures of units and measures that nobody knows are left out', () => {
		const rollup = smallCity('nowhere 2023-Q1 end.a 3\neast 2022-Q1 no.such 4', first);
		expect(rollup.periods).toEqual(['2024-Q1', '2024-H1', '2024']);
	});
});

describe('a year', () => {
	test('takes, unit by unit, the last quarter reported, and counts the units behind', () => {
		const rollup = smallCity(`
			east 2024-Q1 end.a 10
			east 2024-Q3 end.a 13
			west 2024-Q2 end.a 20
			bloc 2024-Q3 end.a 5`);
		expect(rollup.total('city', '2024', 'count')).toEqual({
			unit: 'city',
			period: '2024',
			indicator: 'count',
			numerator: 38n,
			reported: 3,
			expected: 3,
			pending: NOBODY,
			asOf: '2024-Q3',
			stale: 1,
			closed: true
		});
		expect(rollup.periods).toEqual(['2024-Q1', '2024-Q2', '2024-H1', '2024-Q3', '2024-H2', '2024']);
	});

	test('of a cumulative measure is open until anyone reports the fourth quarter', () => {
		const start =
			'east 2024-Q3 ytd.a 6\neast 2024-Q3 ytd.b 9\nwest 2024-Q3 ytd.a 1\nwest 2024-Q3 ytd.b 2';
		const open = smallCity(start);
		expect(open.total('district', '2024', 'ytd')).toMatchObject({
			numerator: 7n,
			asOf: '2024-Q3',
			closed: false,
			pending: { units: 1, unknown: 1 }
		});
		const closed = smallCity(start, 'east 2024-Q4 ytd.a 8\neast 2024-Q4 ytd.b 9');
		expect(closed.total('district', '2024', 'ytd')).toEqual({
			unit: 'district',
			period: '2024',
			indicator: 'ytd',
			numerator: 9n,
			denominator: 11n,
			reported: 2,
			expected: 3,
			pending: { units: 2, unknown: 1, lastDenominator: 2n, numerator: 1n, denominator: 2n },
			asOf: '2024-Q4',
			stale: 1,
			closed: true
		});
	});

	test('of a flow is the sum of its quarters, or the figure for the whole year', () => {
		const rollup = smallCity(`
			east 2024-Q1 sum.a 1
			east 2024-Q2 sum.a 2
			east 2024 sum.a 99
			west 2024 sum.a 40`);
		expect(rollup.total('east', '2024', 'sum')?.numerator).toBe(3n);
		expect(rollup.total('city', '2024', 'sum')).toMatchObject({ numerator: 43n, asOf: '2024-Q4' });
		expect(rollup.total('city', '2024-Q2', 'sum')).toMatchObject({ numerator: 2n });
	});

	test('of a year-end measure shows in later quarters, labelled', () => {
		const rollup = smallCity(
			'east 2023 year.a 8\neast 2023 year.b 9\nwest 2024-Q1 end.a 1\neast 2024-Q4 year.a 7'
		);
		expect(rollup.periods).toEqual([
			'2023-Q4',
			'2023-H2',
			'2023',
			'2024-Q1',
			'2024-H1',
			'2024-Q4',
			'2024-H2',
			'2024'
		]);
		expect(rollup.total('city', '2024-Q1', 'year')).toMatchObject({
			numerator: 8n,
			denominator: 9n,
			asOf: '2023',
			closed: false
		});
		expect(rollup.total('city', '2024', 'year')).toMatchObject({
			numerator: 7n,
			asOf: '2024',
			closed: true
		});
	});
});

describe('a unit with others below it', () => {
	test('speaks for itself only where none below it does', () => {
		const rollup = smallCity(`
			district 2024-Q1 end.a 100
			east 2024-Q1 end.a 3
			district 2024-Q1 end.b 200`);
		expect(rollup.total('city', '2024-Q1', 'end')).toEqual({
			unit: 'city',
			period: '2024-Q1',
			indicator: 'end',
			numerator: 3n,
			denominator: 200n,
			reported: 1,
			expected: 3,
			pending: { units: 2, unknown: 2, lastDenominator: 0n, numerator: 0n, denominator: 0n },
			asOf: '2024-Q1',
			stale: 0,
			closed: true
		});
	});

	test('covers those below it where it speaks for them', () => {
		const rollup = smallCity('district 2024-Q1 end.a 7\ndistrict 2024-Q1 end.b 8');
		expect(rollup.total('district', '2024-Q1', 'end')).toMatchObject({
			numerator: 7n,
			denominator: 8n,
			reported: 0,
			expected: 3,
			pending: NOBODY
		});
	});

	test('is heard by level and kind before it is overruled', () => {
		const rollup = smallCity(`
			district 2024-Q1 end.a 7
			east 2024-Q1 end.a 1
			bloc 2024-Q1 end.a 2`);
		expect(rollup.total('city', '2024-Q1', 'district')).toMatchObject({
			numerator: 7n,
			expected: 1,
			reported: 1
		});
		expect(rollup.total('city', '2024-Q1', 'wards')).toMatchObject({
			numerator: 1n,
			expected: 2,
			reported: 1
		});
		expect(rollup.total('east', '2024-Q1', 'district')).toMatchObject({ expected: 0 });
	});
});

describe('a year of reform', () => {
	const reports = `
		east 2025-Q2 end.a 10
		west 2025-Q2 end.a 20
		bloc 2025-Q2 end.a 5
		east 2025-Q2 sum.a 1
		bloc 2025-Q2 sum.a 2
		united 2025-Q3 end.a 31
		united 2025-Q3 sum.a 4
		east 2024-Q4 year.a 6
		east 2024-Q4 year.b 6`;

	test('shows each quarter on its own map', () => {
		const rollup = smallCity(reports);
		expect(rollup.total('district', '2025-Q2', 'count')?.numerator).toBe(35n);
		expect(rollup.total('district', '2025-Q3', 'count')).toBeUndefined();
		expect(rollup.total('united', '2025-Q2', 'count')).toBeUndefined();
	});

	test('does not add the stock of units that are gone to that of their heirs', () => {
		const rollup = smallCity(reports);
		expect(rollup.total('city', '2025', 'count')).toMatchObject({
			numerator: 36n,
			reported: 2,
			expected: 2,
			asOf: '2025-Q3',
			stale: 1
		});
	});

	test('adds up the flows of all quarters, each where it was', () => {
		const rollup = smallCity(reports);
		expect(rollup.total('city', '2025', 'sum')).toMatchObject({ numerator: 7n, expected: 2 });
		expect(rollup.total('united', '2025', 'sum')).toMatchObject({ numerator: 4n });
	});

	test("shows last year's ratings with last year's organisation", () => {
		const rollup = smallCity(reports);
		expect(rollup.total('city', '2025-Q3', 'year')).toMatchObject({
			numerator: 6n,
			denominator: 6n,
			reported: 1,
			expected: 3,
			asOf: '2024'
		});
		expect(rollup.total('united', '2025-Q3', 'year')).toEqual({
			unit: 'united',
			period: '2025-Q3',
			indicator: 'year',
			reported: 0,
			expected: 0,
			pending: NOBODY,
			stale: 0,
			closed: false
		});
	});
});

describe('a unit that has not reported', () => {
	test('brings the last denominator known of it', () => {
		const rollup = smallCity(`
			east 2024-Q1 end.a 3
			east 2024-Q1 end.b 4
			west 2023-Q3 end.b 50
			west 2023-Q4 end.b x
			bloc 2023-Q2 end.b 60`);
		expect(rollup.total('city', '2024-Q1', 'end')).toMatchObject({
			reported: 1,
			expected: 3,
			pending: { units: 2, unknown: 0, lastDenominator: 60n, numerator: 0n, denominator: 0n }
		});
		expect(rollup.total('city', '2023-Q3', 'end')?.pending).toEqual({
			units: 3,
			unknown: 1,
			lastDenominator: 110n,
			numerator: 0n,
			denominator: 50n
		});
	});

	test('is unknown where the indicator is a count', () => {
		const rollup = smallCity('east 2024-Q1 end.a 3');
		expect(rollup.total('city', '2024-Q1', 'count')?.pending).toEqual({
			...NOBODY,
			units: 2,
			unknown: 2
		});
	});
});
