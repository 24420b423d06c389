import { type Fraction, ceilOf, floorOf } from '#lib/base/fraction.ts';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';

/** Between which ends the final value lies while reports are missing; without `high` it has no upper end. */
export interface ValueRange {
	low: Fraction;
	high?: Fraction;
}

/**
 * The range of MODEL "Status": the denominators still to come lie within ± τ of the last known ones, their
 * numerators between 0 and those denominators. `undefined` where a missing unit has no known denominator.
 */
export function rangeOf(
	total: IndicatorTotal,
	indicator: Indicator,
	tolerancePercent: number
): ValueRange | undefined {
	const numerator = (total.numerator ?? 0n) - total.pending.numerator;
	if (indicator.denominator.length === 0) return { low: { numerator, denominator: 1n } };
	if (total.pending.unknown > 0) return undefined;
	const denominator = (total.denominator ?? 0n) - total.pending.denominator;
	const last = total.pending.lastDenominator;
	const most = floorOf({ numerator: last * BigInt(100 + tolerancePercent), denominator: 100n });
	const least = ceilOf({ numerator: last * BigInt(100 - tolerancePercent), denominator: 100n });
	if (denominator + least === 0n) return undefined;
	const low = { numerator, denominator: denominator + most };
	if (indicator.mayExceed) return { low };
	const added = numerator > denominator ? least : most;
	return { low, high: { numerator: numerator + added, denominator: denominator + added } };
}
