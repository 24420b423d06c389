import { compareFractions } from '#lib/base/fraction.ts';
import { type Tally, ratioOf } from './tally.ts';

/**
 * A ratio that moved by its denominator alone: it `rose` though its numerator did not, because the denominator fell, or
 * it `fell` though its numerator did not, because the denominator rose.
 */
export type DenominatorMove = 'rose' | 'fell';

/** Whether a ratio moved between two periods by its denominator alone; `undefined` where it did not. */
export function watchDenominator(before: Tally, after: Tally): DenominatorMove | undefined {
	const [earlier, later] = [ratioOf(before), ratioOf(after)];
	if (!earlier || !later) return undefined;
	const direction = compareFractions(later, earlier);
	if (direction > 0 && after.numerator <= before.numerator) return 'rose';
	if (direction < 0 && after.numerator >= before.numerator) return 'fell';
	return undefined;
}
