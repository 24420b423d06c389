import fc from 'fast-check';
import type { Tally } from '#lib/assess/tally.ts';
import { compareFractions, type Fraction } from '#lib/base/fraction.ts';

const tally = fc
	.tuple(fc.bigInt(0n, 500n), fc.bigInt(0n, 500n))
	.map(([numerator, more]): Tally => ({ numerator, denominator: numerator + more }));
/** What a unit may bring: now and then a numerator stands without its denominator, and the sums must hold all the same. */
export const anyTally = fc.oneof(
	{ weight: 9, arbitrary: tally },
	{ weight: 1, arbitrary: fc.bigInt(0n, 9n).map((numerator) => ({ numerator, denominator: 0n })) }
);
/** The sum of what units bring. */
export function totalOf(parts: readonly (Tally | undefined)[]): Tally {
	return parts.reduce<Tally>(
		(sum, part) => ({
			numerator: sum.numerator + (part?.numerator ?? 0n),
			denominator: sum.denominator + (part?.denominator ?? 0n)
		}),
		{ numerator: 0n, denominator: 0n }
	);
}

/** True where two fractions are of one value. */
export function isSame(a: Fraction, b: Fraction): boolean {
	return compareFractions(a, b) === 0;
}
