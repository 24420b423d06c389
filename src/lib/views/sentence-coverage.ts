import type { ValueRange } from '#lib/assess/range.ts';
import type { Fraction } from '#lib/base/fraction.ts';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { lastDayOf } from '#lib/base/period.ts';
import { printCount, printPercent } from './print-value.ts';
import { periodInSentence } from './sentence-period.ts';

/** How many units reported of those that owe a report, as words and as numbers. */
export interface Coverage {
	reported: number;
	expected: number;
	isComplete: boolean;
	words: string;
}

/** `5/6 đơn vị đã báo cáo`; for a single unit whether it did; `undefined` where none owes a report. */
export function coverageOf(
	{ reported, expected }: IndicatorTotal,
	language: Language
): Coverage | undefined {
	if (expected === 0) return undefined;
	const isComplete = reported >= expected;
	return {
		reported,
		expected,
		isComplete,
		words:
			expected === 1
				? say(language, isComplete ? 'coverage.reported' : 'coverage.not-reported')
				: say(language, 'coverage.units', { reported, expected })
	};
}

/** `số liệu năm 2023` where the newest figure is older than the period shown; `undefined` where it is not. */
export function asOfWords(
	{ asOf, period }: IndicatorTotal,
	language: Language
): string | undefined {
	if (asOf === undefined || lastDayOf(asOf) === lastDayOf(period)) return undefined;
	return say(language, 'coverage.as-of', { period: periodInSentence(asOf, language) });
}

/** `2 đơn vị có số liệu cũ hơn`; `undefined` where every unit's figure is as new as the newest. */
export function staleWords({ stale }: IndicatorTotal, language: Language): string | undefined {
	if (stale === 0) return undefined;
	return say(language, stale === 1 ? 'coverage.stale-one' : 'coverage.stale', { stale });
}

/** What a range's words depend on besides the range itself. */
export interface RangeWording {
	total: IndicatorTotal;
	isRatio: boolean;
	thresholds: readonly Fraction[];
	language: Language;
}

/** `82,10–93,40%, còn 37/412 đơn vị chưa nộp`: between which ends the value may still move, and why. */
export function rangeWords(
	range: ValueRange,
	{ total, isRatio, thresholds, language }: RangeWording
): string {
	const print = (end: Fraction): string =>
		isRatio
			? printPercent(end, { thresholds, language })
			: printCount(end.numerator / end.denominator, language);
	const low = print(range.low);
	const ends = range.high
		? `${low.replace(/%$/, '')}–${print(range.high)}`
		: say(language, 'range.from', { low });
	return say(language, 'range.pending', { range: ends, pending: pendingWords(total, language) });
}

/** `còn 37/412 đơn vị chưa nộp`, or `chưa nộp đủ` where some of them reported in part. */
export function pendingWords(
	{ pending, reported, expected }: IndicatorTotal,
	language: Language
): string {
	const areAllMissing = pending.units === expected - reported;
	const key = areAllMissing ? 'range.missing' : 'range.incomplete';
	return say(language, key, { units: pending.units, expected });
}
