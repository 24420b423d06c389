import type { Fraction } from '#lib/base/fraction.ts';
import { localizeDecimal, toDecimal } from '#lib/base/format-number.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';

const USUAL_DECIMALS = 2;
const MOST_DECIMALS = 30;

/**
 * By how much a value differs from an earlier one: `+2,27 điểm %` between ratios, `+3` between counts, `không đổi` where
 * they are equal. A change is never printed as 0: decimals are added until it shows.
 */
export function changeWords(
	value: Fraction,
	earlier: Fraction,
	{ isRatio, language }: { isRatio: boolean; language: Language }
): string {
	const difference = value.numerator * earlier.denominator - earlier.numerator * value.denominator;
	if (difference === 0n) return say(language, 'change.none');
	const size: Fraction = {
		numerator: (difference < 0n ? -difference : difference) * (isRatio ? 100n : 1n),
		denominator: value.denominator * earlier.denominator
	};
	const printed = localizeDecimal(nonZeroDecimal(size, isRatio ? USUAL_DECIMALS : 0), language);
	const signed = `${difference < 0n ? '−' : '+'}${printed}`;
	return isRatio ? say(language, 'change.points', { points: signed }) : signed;
}

function nonZeroDecimal(size: Fraction, decimals: number): string {
	const printed = toDecimal(size, decimals);
	const looksZero = /^[0.]*$/.test(printed);
	return looksZero && decimals < MOST_DECIMALS ? nonZeroDecimal(size, decimals + 1) : printed;
}
