import type { Fraction } from '#lib/base/fraction.ts';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import { lastDayOf, yearOf } from '#lib/base/period.ts';
import type { Indicator, Target } from '#lib/catalogue/catalogue.ts';
import type { Settings } from '#lib/catalogue/settings.ts';
import type { Assessment, Status } from './assessment.ts';
import { type ValueRange, rangeOf } from './range.ts';
import { shortfallOf } from './shortfall.ts';
import { type Threshold, targetIn, thresholdOf, verdictOn } from './threshold.ts';
import { assessTrend } from './trend-verdict.ts';
import { valueOf } from './value.ts';

/** One value to be judged: its total, its indicator, and the target beside it. */
export interface Judgement {
	total: IndicatorTotal;
	/** The total of the same period a year before, for a trend. */
	previous?: IndicatorTotal;
	indicator: Indicator;
	target: Target;
	settings: Settings;
}

/** The assessment of one value beside one target, on integers throughout (MODEL "Status", "Shortfall"). */
export function assess(judgement: Judgement): Assessment {
	const { total, indicator, settings } = judgement;
	const year = yearOf(total.period);
	const target = targetIn(judgement.target, year);
	if (!isInForce(target, year)) return { target, status: 'not-applicable' };
	const value = valueOf(total, indicator);
	const isRatio = indicator.denominator.length > 0;
	if (!value) return { target, status: statusWithoutValue(total, isRatio) };
	if (target.kind === 'trend') return { target, ...assessTrend(judgement) };
	const threshold = thresholdOf(target, isRatio);
	if (!threshold) return { target, status: 'no-threshold' };
	const { count, side, unreachable } = shortfallOf(value, threshold);
	const base = {
		target,
		shortfall: count,
		...(side && { side }),
		...(unreachable && { unreachable })
	};
	if (!total.closed || isBeforeDue(target, total)) return { ...base, status: 'not-due' };
	if (total.pending.units === 0) return { ...base, status: statusOf(value, threshold) };
	const range = rangeOf(total, indicator, settings.missingTolerancePercent);
	return { ...base, status: statusOfRange(range, threshold), ...(range && { range }) };
}

/** True where the target's years hold the year. */
export function isInForce(target: Target, year: number): boolean {
	return (target.from ?? -Infinity) <= year && year <= (target.to ?? Infinity);
}

/** A target that names a day and no year from which it holds is not due in the periods that end before that day. */
function isBeforeDue({ from, due }: Target, { period }: IndicatorTotal): boolean {
	return from === undefined && due !== undefined && lastDayOf(period) < due;
}

function statusWithoutValue(total: IndicatorTotal, isRatio: boolean): Status {
	const { pending, denominator, reported, expected } = total;
	const mayCome = pending.unknown > 0 || pending.lastDenominator > 0n;
	if (isRatio && denominator === 0n && !mayCome) return 'not-applicable';
	if (reported > 0) return 'undecided';
	return expected === 0 && !total.unallocated ? 'not-applicable' : 'no-data';
}

function statusOf(value: Fraction, threshold: Threshold): Status {
	const verdict = verdictOn(value, threshold);
	if (verdict === 'met') return 'met';
	return verdict === 'above' && threshold.comparator === 'between' ? 'above-band' : 'not-met';
}

function statusOfRange(range: ValueRange | undefined, threshold: Threshold): Status {
	if (!range) return 'undecided';
	const low = verdictOn(range.low, threshold);
	const lowest = statusOf(range.low, threshold);
	if (!range.high) return isSettledUpward(threshold, low) ? lowest : 'undecided';
	return low === verdictOn(range.high, threshold) ? lowest : 'undecided';
}

/** Whether a verdict on the lowest possible value holds for every higher one. */
function isSettledUpward({ comparator }: Threshold, low: 'met' | 'below' | 'above'): boolean {
	return low === 'above' || (low === 'met' && (comparator === '>=' || comparator === '>'));
}
