import { type Fraction, compareFractions } from '#lib/base/fraction.ts';
import { formatInteger, localizeDecimal, toDecimal } from '#lib/base/format-number.ts';
import type { Language } from '#lib/base/language.ts';

const USUAL_DECIMALS = 2;
const MOST_DECIMALS = 30;
const ENDS: Fraction[] = [
	{ numerator: 0n, denominator: 1n },
	{ numerator: 1n, denominator: 1n }
];

/**
 * A ratio as a per cent text with a point, rounded once: `92.42`. Decimals are added until it looks like none of the
 * thresholds, like 0 or like 100 unless it is that very value (MODEL "Rounding never lies").
 */
export function percentDecimal(value: Fraction, thresholds: readonly Fraction[] = []): string {
	const marks = [...ENDS, ...thresholds].filter((mark) => compareFractions(mark, value) !== 0);
	for (let decimals = USUAL_DECIMALS; decimals < MOST_DECIMALS; decimals++) {
		const printed = toDecimal(inPercent(value), decimals);
		const looksLikeAMark = marks.some((mark) => toDecimal(inPercent(mark), decimals) === printed);
		if (!looksLikeAMark) return printed;
	}
	return toDecimal(inPercent(value), MOST_DECIMALS);
}

/** A ratio as a person reads it in the language: `92,42%`. */
export function printPercent(
	value: Fraction,
	{ thresholds = [], language }: { thresholds?: readonly Fraction[]; language: Language }
): string {
	return `${localizeDecimal(percentDecimal(value, thresholds), language)}%`;
}

/** A threshold as a document writes it, without needless decimals: `90%`, `3–4%`, or `1` for a count. */
export function printThreshold(
	{ value, max }: { value: string; max?: string },
	{ isRatio, language }: { isRatio: boolean; language: Language }
): string {
	const ends = [value, max].filter((end) => end !== undefined);
	const printed = ends.map((end) => localizeDecimal(end, language)).join('–');
	return isRatio ? `${printed}%` : printed;
}

/** A count as a person reads it: `16.435`. */
export function printCount(value: bigint | number, language: Language): string {
	return formatInteger(value, language);
}

function inPercent({ numerator, denominator }: Fraction): Fraction {
	return { numerator: numerator * 100n, denominator };
}
