import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthOf, monthsAtEndOf, monthsAtEndOfDay } from '#lib/assess/month-axis.ts';
import { type Pace, type PacePoint, paceOf } from '#lib/assess/pace.ts';
import { compareFractions, type Fraction } from '#lib/base/fraction.ts';
import { targetWith } from './small-totals.ts';

/** A point at the end of each year from the first on, in whole per cent unless told. */
function yearly(first: number, numerators: readonly number[], denominator = 100): PacePoint[] {
	return numerators.map((numerator, place) => {
		const period = String(first + place);
		return {
			period,
			months: monthsAtEndOf(period),
			value: { numerator: BigInt(numerator), denominator: BigInt(denominator) }
		};
	});
}

function pace(points: PacePoint[], more: Parameters<typeof targetWith>[0], start = 2020) {
	return paceOf({ points, target: targetWith(more), isRatio: true, start });
}

function sameValue(a: Fraction | undefined, numerator: bigint, denominator: bigint): boolean {
	return a !== undefined && compareFractions(a, { numerator, denominator }) === 0;
}

const by2030 = { from: 2030, to: 2030 };

describe('the pace', () => {
	it('is on the straight line or behind it', () => {
		// 60 % at the end of 2020, 90 % by the end of 2030: 75 % at the end of 2025.
		const before = [60, 62, 66, 68, 70];
		const told = pace(yearly(2020, [...before, 75]), by2030);
		expect(told?.word).toBe('on-pace');
		expect(told?.due).toBe('2030-12-31');
		expect(sameValue(told?.expected, 75n, 100n)).toBe(true);
		expect(pace(yearly(2020, [...before, 74]), by2030)?.word).toBe('behind');
	});

	it('says how much each year must bring, and when the present pace arrives', () => {
		const told = pace(yearly(2020, [60, 62, 64, 66]), by2030);
		expect(told?.required?.count).toBe(4n); // 24 lacking in 7 years
		expect(sameValue(told?.required?.share, 24n, 700n)).toBe(true);
		expect(sameValue(told?.slope, 2n, 100n)).toBe(true);
		expect(told?.projected).toEqual({ kind: 'month', month: '2035-12' }); // 24 points at 2 a year
		expect(told?.interval).toBe(undefined);
	});

	it('is not told of fewer than three points, though what is required is', () => {
		const told = pace(yearly(2022, [60, 70]), by2030) as Pace;
		expect({ word: told.word, required: told.required?.count }).toEqual({
			word: 'no-pace',
			required: 3n
		});
		expect([told.slope, told.projected, told.expected]).toEqual([undefined, undefined, undefined]);
	});

	it('never arrives where it goes the wrong way or stands still', () => {
		expect(pace(yearly(2020, [70, 68, 66]), by2030)?.projected).toEqual({ kind: 'never' });
		expect(pace(yearly(2020, [70, 70, 70]), by2030)?.projected).toEqual({ kind: 'never' });
	});

	it('has an interval from six points on', () => {
		const five = yearly(2020, [50, 52, 55, 55, 60]);
		expect(pace(five, by2030)?.interval).toBe(undefined);
		const told = pace(yearly(2020, [50, 52, 55, 55, 60, 61]), by2030);
		// Slopes in points a year: 0, 1, 1½, 1⅔, 2, 2, 2⅕, 2¼, 2½ ×3, 2⅔, 3, 3, 5; their quartiles 1⅚ and 2 7⁄12; 29 to go.
		expect(sameValue(told?.slope, 9n, 400n)).toBe(true);
		expect(told?.interval).toEqual({
			earliest: { kind: 'month', month: '2037-03' },
			latest: { kind: 'month', month: '2041-10' }
		});
	});

	it('is reached, and asks for nothing more, where the target is met', () => {
		const told = pace(yearly(2020, [80, 85, 95]), by2030);
		expect([told?.word, told?.projected, told?.required]).toEqual([
			'on-pace',
			{ kind: 'reached' },
			undefined
		]);
	});

	it('goes down towards a ceiling', () => {
		const ceiling = { ...by2030, threshold: { comparator: '<=' as const, value: '20' } };
		const told = pace(yearly(2020, [40, 38, 34]), ceiling);
		expect(told?.word).toBe('on-pace'); // the line is at 36 %
		expect(told?.required?.count).toBe(2n); // 14 to go in 8 years
		expect(sameValue(told?.required?.share, -14n, 800n)).toBe(true);
		expect(told?.projected).toEqual({ kind: 'month', month: '2027-08' }); // 14 at 3 a year
		expect(pace(yearly(2020, [15, 18, 21]), ceiling)?.word).toBe('behind');
	});

	it('goes to the nearest edge of a band', () => {
		const band = {
			...by2030,
			kind: 'band' as const,
			threshold: { comparator: 'between' as const, value: '30', max: '40' }
		};
		expect(sameValue(pace(yearly(2020, [10, 15, 20]), band)?.goal, 30n, 100n)).toBe(true);
		expect(sameValue(pace(yearly(2020, [70, 60, 50]), band)?.goal, 40n, 100n)).toBe(true);
	});

	it('goes to the value of the last year of a yearly path', () => {
		const path = [
			{ from: 2026, value: '80' },
			{ from: 2030, value: '95' }
		];
		const told = pace(yearly(2020, [60, 62, 64]), {
			from: 2022,
			to: 2030,
			threshold: { comparator: '>=', value: '70', path }
		});
		expect(sameValue(told?.goal, 95n, 100n)).toBe(true);
	});

	it('begins at the first figures in the time of the target, or the last before it', () => {
		const points = yearly(2018, [50, 55, 60, 65]);
		expect(pace(points, by2030, 2020)?.baseline.period).toBe('2020');
		expect(pace(points, by2030, 2021)?.baseline.period).toBe('2020');
		expect(pace(points, by2030, 2025)?.baseline.period).toBe('2020');
	});

	it('is not told once the day is past, without one, or without a threshold', () => {
		const points = yearly(2020, [60, 62, 64]);
		expect(pace(points, { to: 2022 })).toBe(undefined);
		expect(pace(points, {})).toBe(undefined);
		expect(pace(points, { ...by2030, threshold: undefined })).toBe(undefined);
		expect(pace([], by2030)).toBe(undefined);
		expect(pace(points, { due: '2023-06-30' })?.due).toBe('2023-06-30');
	});

	it('asks in the last year for all that is lacking', () => {
		const told = pace(yearly(2020, [60, 62, 64]), { due: '2023-06-30' });
		expect(told?.required?.count).toBe(26n);
	});

	it('arrives, at a steady pace, in the month in which steady steps pass the target', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 3, max: 8 }),
				fc.integer({ min: 1, max: 500 }),
				fc.integer({ min: 0, max: 3000 }),
				(count, step, first) => {
					const numerators = Array.from({ length: count }, (_, place) => first + step * place);
					const told = pace(yearly(2018, numerators, 10_000), { to: 2035 })!;
					expect(told.slope && sameValue(told.slope, BigInt(step), 10_000n)).toBe(true);
					const present = numerators.at(-1)!;
					let months = 0;
					while (12 * present + step * months < 12 * 9000) months++;
					const end = monthsAtEndOf(String(2017 + count)) + BigInt(months);
					const expected =
						months === 0
							? { kind: 'reached' }
							: months > 1200
								? { kind: 'never' }
								: { kind: 'month', month: monthOf({ numerator: end, denominator: 1n }) };
					expect(told.projected).toEqual(expected);
				}
			),
			{ numRuns: 1000 }
		);
	});

	it('does not bend to one odd point among eight', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 6 }),
				fc.integer({ min: 0, max: 100 }),
				(place, odd) => {
					const numerators = [20, 25, 30, 35, 40, 45, 50, 55].map((each, index) =>
						index === place ? odd : each
					);
					expect(sameValue(pace(yearly(2018, numerators), { to: 2035 })?.slope, 5n, 100n)).toBe(
						true
					);
				}
			)
		);
	});
});

describe('the axis of months', () => {
	it('tells the month of a moment, its last instant included', () => {
		expect(monthOf({ numerator: monthsAtEndOf('2027-Q3'), denominator: 1n })).toBe('2027-09');
		expect(monthOf({ numerator: monthsAtEndOf('2027-Q3') * 9n + 1n, denominator: 9n })).toBe(
			'2027-10'
		);
		expect(monthOf({ numerator: monthsAtEndOf('2026'), denominator: 1n })).toBe('2026-12');
	});

	it('ends a month with its last day, in leap years too', () => {
		const end = monthsAtEndOfDay('2028-02-29');
		expect(sameValue(end, 2028n * 12n + 2n, 1n)).toBe(true);
		expect(sameValue(monthsAtEndOfDay('2026-12-31'), monthsAtEndOf('2026'), 1n)).toBe(true);
	});
});
