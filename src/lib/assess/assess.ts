import type { Fraction } from '#lib/base/fraction.ts';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import { yearOf } from '#lib/base/period.ts';
import type { Indicator, Target } from '#lib/catalogue/catalogue.ts';
import type { Settings } from '#lib/catalogue/settings.ts';
import type { Assessment, Status } from './assessment.ts';
import { type ValueRange, rangeOf } from './range.ts';
import { shortfallOf } from './shortfall.ts';
import { type Threshold, thresholdOf, verdictOn } from './threshold.ts';

/** One value to be judged: its total, its indicator, and the target beside it. */
export interface Judgement {
	total: IndicatorTotal;
	indicator: Indicator;
	target: Target;
	settings: Settings;
}

/** The assessment of one value beside one target, on integers throughout (MODEL "Status", "Shortfall"). */
export function assess({ total, indicator, target, settings }: Judgement): Assessment {
	if (!isInForce(target, yearOf(total.period))) return { target, status: 'not-applicable' };
	const value = valueOf(total, indicator);
	const isRatio = indicator.denominator.length > 0;
	const threshold = thresholdOf(target, isRatio);
	if (!value) return { target, status: statusWithoutValue(total, isRatio) };
	if (!threshold) return { target, status: 'no-threshold' };
	const { count, side } = shortfallOf(value, threshold);
	const base = { target, shortfall: count, ...(side && { side }) };
	if (!total.closed) return { ...base, status: 'not-due' };
	if (total.pending.units === 0) return { ...base, status: statusOf(value, threshold) };
	const range = rangeOf(total, indicator, settings.missingTolerancePercent);
	return { ...base, status: statusOfRange(range, threshold), ...(range && { range }) };
}

/** The exact value of a total: a fraction for a ratio, n/1 for a count; `undefined` where nothing can be divided. */
export function valueOf(total: IndicatorTotal, indicator: Indicator): Fraction | undefined {
	const { numerator, denominator } = total;
	if (numerator === undefined) return undefined;
	if (indicator.denominator.length === 0) return { numerator, denominator: 1n };
	return denominator ? { numerator, denominator } : undefined;
}

/** True where the target's years hold the year. */
export function isInForce(target: Target, year: number): boolean {
	return (target.from ?? -Infinity) <= year && year <= (target.to ?? Infinity);
}

function statusWithoutValue(total: IndicatorTotal, isRatio: boolean): Status {
	if (isRatio && total.denominator === 0n) return 'not-applicable';
	if (total.reported > 0) return 'undecided';
	return total.expected === 0 ? 'not-applicable' : 'no-data';
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
