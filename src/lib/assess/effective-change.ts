import { compareFractions, type Fraction, parseDecimal, perCent } from '#lib/base/fraction.ts';
import { differenceOf } from '#lib/base/fraction-arithmetic.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { Settings } from '#lib/catalogue/settings.ts';

/** Which way a value went; neither is good or bad by itself. */
export type Turn = 'up' | 'down';

/** What a change is weighed by. */
export interface ChangeWeight {
	indicator: Indicator;
	settings: Pick<Settings, 'effectiveGapPoints'>;
}

/**
 * Which way a value went since an earlier one; `undefined` where it moved by less than the effective gap, in percentage
 * points for a ratio. A count moves by whole organisations or people: any change of it is one.
 */
export function effectiveTurn(
	now: Fraction,
	before: Fraction,
	{ indicator, settings }: ChangeWeight
): Turn | undefined {
	const { numerator, denominator } = differenceOf(now, before);
	if (numerator === 0n) return undefined;
	const size = { numerator: numerator < 0n ? -numerator : numerator, denominator };
	const isRatio = indicator.denominator.length > 0;
	const gap = perCent(parseDecimal(settings.effectiveGapPoints));
	if (isRatio && compareFractions(size, gap) < 0) return undefined;
	return numerator > 0n ? 'up' : 'down';
}
