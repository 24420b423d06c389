import { type Fraction, compareFractions } from '#lib/base/fraction.ts';
import {
	differenceOf,
	productOf,
	quotientOf,
	sumOf,
	wholeFraction
} from '#lib/base/fraction-arithmetic.ts';

/** A value at a moment, in whole months. */
export interface TimedValue {
	months: bigint;
	value: Fraction;
}

/**
 * The slopes per month between every two of the points, in order of size: their median is the Theil–Sen slope (Theil 1950,
 * Sen 1968), which a few odd points do not bend. Points of one moment make no slope with each other.
 */
export function pairwiseSlopes(points: readonly TimedValue[]): Fraction[] {
	return points
		.flatMap((later, place) =>
			points.slice(0, place).flatMap((earlier) => {
				const months = later.months - earlier.months;
				if (months === 0n) return [];
				return [quotientOf(differenceOf(later.value, earlier.value), wholeFraction(months))];
			})
		)
		.sort(compareFractions);
}

/**
 * The value below which the given number of quarters of the sorted values lie: 1 and 3 for the quartiles, 2 for the median;
 * between two values by their distance (Hyndman and Fan's type 7). `undefined` where there are none.
 */
export function quartileOf(sorted: readonly Fraction[], quarters: 1 | 2 | 3): Fraction | undefined {
	const place = (sorted.length - 1) * quarters;
	const [below, above] = [sorted[Math.floor(place / 4)], sorted[Math.ceil(place / 4)]];
	if (!below || !above) return undefined;
	const share = { numerator: BigInt(place % 4), denominator: 4n };
	return sumOf([below, productOf(share, differenceOf(above, below))]);
}
