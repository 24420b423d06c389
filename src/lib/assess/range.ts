import { type Fraction, ceilOf, floorOf } from '#lib/base/fraction.ts';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import { lastDayOf, yearOf } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { valueOf } from './value.ts';

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

/**
 * Between which ends the final value of a period lies, whatever is still missing: both ends are the value itself where
 * nothing is. `undefined` where a missing unit has no known denominator, and while the period is under way, when all
 * figures may still move.
 */
export function openRangeOf(
	total: IndicatorTotal,
	indicator: Indicator,
	tolerancePercent: number
): ValueRange | undefined {
	return isUnderWay(total) ? undefined : spanOf(total, indicator, tolerancePercent);
}

/** `rangeOf` while reports are missing, else the value at both ends; `undefined` without a value, or where `rangeOf` is. */
export function spanOf(
	total: IndicatorTotal,
	indicator: Indicator,
	tolerancePercent: number
): ValueRange | undefined {
	if (total.pending.units > 0) return rangeOf(total, indicator, tolerancePercent);
	const value = valueOf(total, indicator);
	return value && { low: value, high: value };
}

/** Cumulative figures that are older than the end of their period are not its last ones. */
function isUnderWay({ closed, asOf, period }: IndicatorTotal): boolean {
	if (closed || asOf === undefined) return false;
	return yearOf(asOf) === yearOf(period) && lastDayOf(asOf) < lastDayOf(period);
}
