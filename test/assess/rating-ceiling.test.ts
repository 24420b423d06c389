import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasCeiling, ratingCeilingOf, unitsOverCeiling } from '#lib/assess/rating-ceiling.ts';
import type { IndicatorTotal, Totals } from '#lib/base/indicator-total.ts';

/** The rows of the example sheet B1 (TEMPLATES §A): excellent, good, rated. */
const B1: Record<string, [excellent: bigint, good: bigint, rated: bigint]> = {
	MH01: [4n, 18n, 24n],
	MH02: [3n, 15n, 20n],
	MH03: [5n, 23n, 30n],
	MH04: [2n, 12n, 16n],
	MH05: [7n, 33n, 42n],
	MH: [21n, 101n, 132n]
};
const question = { indicator: 'grassroots-rated-good', period: '2024', percent: 20 };

function totalsOf(rows: Record<string, [bigint, bigint, bigint]>): Totals {
	return {
		periods: ['2024'],
		total(unit, period, indicator) {
			const [excellent, good, rated] = rows[unit] ?? [];
			if (excellent === undefined || good === undefined || rated === undefined) return undefined;
			const numerator = indicator === 'grassroots-excellent' ? excellent : excellent + good;
			const pending = { units: 0, unknown: 0, lastDenominator: 0n, numerator: 0n, denominator: 0n };
			return {
				...{ unit, period, indicator, numerator, denominator: rated, pending },
				...{ reported: 5, expected: 5, stale: 0, closed: true, asOf: '2024' }
			} satisfies IndicatorTotal;
		}
	};
}

describe('the ceiling on "excellent" of the example sheet B1', () => {
	test.each([
		['good', { base: 101n, allowed: 20n, given: 21n, over: 1n }],
		['good-or-better', { base: 122n, allowed: 24n, given: 21n, over: 0n }],
		['rated', { base: 132n, allowed: 26n, given: 21n, over: 0n }]
	] as const)('read as a share of those %s', (reading, expected) => {
		expect(ratingCeilingOf(totalsOf(B1), 'MH', { ...question, reading })).toEqual({
			...{ unit: 'MH', asOf: '2024' },
			...expected
		});
	});

	test('is passed by the units whose own share is over it', () => {
		const units = ['MH01', 'MH02', 'MH03', 'MH04', 'MH05', 'MH06'];
		const over = unitsOverCeiling(totalsOf(B1), units, { ...question, reading: 'good' });
		expect(over.map(({ unit, allowed, given }) => [unit, allowed, given])).toEqual([
			['MH01', 3n, 4n],
			['MH03', 4n, 5n],
			['MH05', 6n, 7n]
		]);
	});

	test('is unknown where nothing was rated, and for other indicators', () => {
		expect(ratingCeilingOf(totalsOf({}), 'MH', { ...question, reading: 'good' })).toBeUndefined();
		expect([hasCeiling('grassroots-rated-good'), hasCeiling('members-rated-good')]).toEqual([
			...[true, true]
		]);
		expect(hasCeiling('admission-rate')).toBe(false);
	});
});

test('as many as are allowed are within the ceiling, and one more is not', () => {
	const counts = fc.record({ good: fc.bigInt(0n, 10n ** 15n), rated: fc.bigInt(0n, 10n ** 15n) });
	fc.assert(
		fc.property(counts, fc.integer({ min: 0, max: 100 }), ({ good, rated }, percent) => {
			const ceilingWith = (excellent: bigint) =>
				ratingCeilingOf(totalsOf({ MH: [excellent, good, good + excellent + rated] }), 'MH', {
					...{ ...question, percent },
					reading: 'good'
				});
			const allowed = ceilingWith(0n)?.allowed ?? 0n;
			expect(allowed * 100n <= good * BigInt(percent)).toBe(true);
			expect((allowed + 1n) * 100n > good * BigInt(percent)).toBe(true);
			expect([ceilingWith(allowed)?.over, ceilingWith(allowed + 1n)?.over]).toEqual([0n, 1n]);
		})
	);
});
