import type { Fraction } from '#lib/base/fraction.ts';
import { differenceOf } from '#lib/base/fraction-arithmetic.ts';
import { localizeDecimal, toDecimal } from '#lib/base/format-number.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';

const USUAL_DECIMALS = 2;
const MOST_DECIMALS = 30;

/** What the words of a movement depend on besides its size. */
export interface MovementWording {
	isRatio: boolean;
	language: Language;
}

/**
 * By how much a value differs from an earlier one: `+2,27 điểm %` between ratios, `+3` between counts, `không đổi` where
 * they are equal. A change is never printed as 0: decimals are added until it shows.
 */
export function changeWords(value: Fraction, earlier: Fraction, wording: MovementWording): string {
	const difference = differenceOf(value, earlier);
	if (difference.numerator === 0n) return say(wording.language, 'change.none');
	const signed = signedMovement(difference, wording);
	return wording.isRatio ? say(wording.language, 'change.points', { points: signed }) : signed;
}

/** How large a difference is, without its sign: `2,27 điểm %` between ratios, `3` between counts; never 0 unless it is nil. */
export function sizeWords(difference: Fraction, wording: MovementWording): string {
	const size = signedMovement(difference, wording).replace(/^[+−]/, '');
	return wording.isRatio ? say(wording.language, 'change.points', { points: size }) : size;
}

/** A movement in shares of 1, or of a count, as a signed number: `+2,27`, `−3`, `0`; never 0 for one that is not nil. */
export function signedMovement(
	{ numerator, denominator }: Fraction,
	{ isRatio, language }: MovementWording
): string {
	if (numerator === 0n) return '0';
	const size: Fraction = {
		numerator: (numerator < 0n ? -numerator : numerator) * (isRatio ? 100n : 1n),
		denominator
	};
	const printed = localizeDecimal(nonZeroDecimal(size, isRatio ? USUAL_DECIMALS : 0), language);
	return `${numerator < 0n ? '−' : '+'}${printed}`;
}

function nonZeroDecimal(size: Fraction, decimals: number): string {
	const printed = toDecimal(size, decimals);
	const looksZero = /^[0.]*$/.test(printed);
	return looksZero && decimals < MOST_DECIMALS ? nonZeroDecimal(size, decimals + 1) : printed;
}
