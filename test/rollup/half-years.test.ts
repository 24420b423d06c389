import { describe, expect, test } from 'vitest';
import type { Totals } from '#lib/base/indicator-total.ts';
import { rollUpSmallCity } from './small-city.ts';

/** What the small city's files, each told in lines, add up to. */
function smallCity(...files: string[]): Totals {
	return rollUpSmallCity(files);
}

describe('a half-year', () => {
	test('that a file speaks of is filed under its last quarter', () => {
		const rollup = smallCity('east 2024-H1 end.a 6');
		expect(rollup.periods).toEqual(['2024-Q2', '2024-H1', '2024']);
		expect(rollup.total('east', '2024-Q2', 'count')?.numerator).toBe(6n);
	});

	test('takes, unit by unit, the last quarter reported in it', () => {
		const rollup = smallCity('east 2024-Q2 end.a 10\neast 2024-Q3 end.a 13\nwest 2024-Q4 end.a 5');
		expect(rollup.total('city', '2024-H1', 'count')).toMatchObject({ numerator: 10n, stale: 0 });
		expect(rollup.total('city', '2024-H2', 'count')).toMatchObject({
			numerator: 18n,
			asOf: '2024-Q4',
			stale: 1
		});
	});

	test('of a cumulative measure is what the year so far is, and waits for its last quarter', () => {
		const rollup = smallCity(`
			east 2024-Q1 ytd.a 2
			east 2024-Q1 ytd.b 9
			west 2024-Q2 ytd.a 3
			west 2024-Q2 ytd.b 8
			west 2024-Q3 ytd.a 4
			west 2024-Q3 ytd.b 8`);
		expect(rollup.total('district', '2024-H1', 'ytd')).toMatchObject({
			numerator: 5n,
			closed: false,
			pending: { units: 2, unknown: 1, lastDenominator: 9n, numerator: 2n }
		});
		const { period: _, ...half } = rollup.total('district', '2024-H2', 'ytd') ?? {};
		const { period: __, ...year } = rollup.total('district', '2024', 'ytd') ?? {};
		expect(half).toEqual(year);
	});

	test('of a flow is the sum of its quarters, and no part of a figure for the whole year', () => {
		const rollup = smallCity(`
			east 2024-Q1 sum.a 1
			east 2024-Q2 sum.a 2
			east 2024-Q3 sum.a 4
			west 2024 sum.a 40`);
		expect(rollup.total('city', '2024-H1', 'sum')).toMatchObject({ numerator: 3n });
		expect(rollup.total('city', '2024-H2', 'sum')).toMatchObject({ numerator: 4n });
		expect(rollup.total('city', '2024', 'sum')).toMatchObject({ numerator: 47n });
	});

	test('of a year-end measure shows the newest closed year', () => {
		const rollup = smallCity('east 2023 year.a 8\nwest 2024-Q1 end.a 1');
		expect(rollup.total('city', '2024-H1', 'year')).toMatchObject({
			numerator: 8n,
			asOf: '2023',
			closed: false
		});
	});
});
