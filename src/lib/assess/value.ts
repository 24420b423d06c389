import type { Fraction } from '#lib/base/fraction.ts';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';

/** The exact value of a total: a fraction for a ratio, n/1 for a count; `undefined` where nothing can be divided. */
export function valueOf(total: IndicatorTotal, indicator: Indicator): Fraction | undefined {
	const { numerator, denominator } = total;
	if (numerator === undefined) return undefined;
	if (indicator.denominator.length === 0) return { numerator, denominator: 1n };
	return denominator ? { numerator, denominator } : undefined;
}
