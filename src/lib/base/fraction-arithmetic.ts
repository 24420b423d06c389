import type { Fraction } from './fraction.ts';

/** Nothing, as a fraction. */
export const ZERO: Fraction = { numerator: 0n, denominator: 1n };

/** A whole number as a fraction. */
export function wholeFraction(number: bigint): Fraction {
	return { numerator: number, denominator: 1n };
}

/** The sum of fractions in lowest terms; 0 where there is none. */
export function sumOf(fractions: readonly Fraction[]): Fraction {
	return fractions.reduce(
		(sum, { numerator, denominator }) =>
			reduced(
				sum.numerator * denominator + numerator * sum.denominator,
				sum.denominator * denominator
			),
		ZERO
	);
}

/** `a` less `b` in lowest terms; below zero the numerator carries the sign. */
export function differenceOf(a: Fraction, b: Fraction): Fraction {
	return sumOf([a, { numerator: -b.numerator, denominator: b.denominator }]);
}

/** `a` times `b` in lowest terms. */
export function productOf(a: Fraction, b: Fraction): Fraction {
	return reduced(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** `a` divided by `b` in lowest terms; throws a RangeError where `b` is zero. */
export function quotientOf(a: Fraction, b: Fraction): Fraction {
	const sign = b.numerator < 0n ? -1n : 1n;
	return reduced(sign * a.numerator * b.denominator, sign * b.numerator * a.denominator);
}

/** The mean of two fractions, exact. */
export function midpointOf(a: Fraction, b: Fraction): Fraction {
	return productOf(sumOf([a, b]), { numerator: 1n, denominator: 2n });
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
	if (denominator === 0n) throw new RangeError('a fraction cannot have the denominator 0');
	const divisor = commonDivisor(numerator < 0n ? -numerator : numerator, denominator);
	return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function commonDivisor(a: bigint, b: bigint): bigint {
	return b === 0n ? a : commonDivisor(b, a % b);
}
