import type { Standing } from '#lib/assess/standing.ts';
import type { Fraction } from '#lib/base/fraction.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { kindOf, lastQuarterOf, type Period, yearOf } from '#lib/base/period.ts';
import type { Reading } from './overview-reading.ts';
import { periodMark, periodName } from './sentence-period.ts';

/** One period of a trend. */
export interface TrendPoint {
	period: Period;
	/** `Quý IV/2024`. */
	name: string;
	/** What stands under it on the axis: `2024`, `IV`. */
	mark: string;
	/** The year, under the first quarter of each on the axis. */
	year?: string;
	/** Per cent, or the count: for the eye alone, never printed. */
	height?: number;
	/** The exact value; absent where the period has none of its own. */
	value?: Fraction;
	/** False while reports are missing or the year is not closed: the point is drawn hollow. */
	isFinal: boolean;
	/** Absent where the unit does not exist in the period. */
	reading?: Reading;
	/** What a pointer at the point is told, a line each. */
	lines: string[];
}

/** The point of a period, from how the unit stands in it; both absent where the unit does not exist then. */
export function trendPoint(
	period: Period,
	{ standing, reading }: { standing?: Standing; reading?: Reading },
	language: Language
): TrendPoint {
	const total = standing?.total;
	const value = isOwnFigure(total?.asOf, period) ? standing?.value : undefined;
	const isRatio = standing ? standing.indicator.denominator.length > 0 : true;
	const isFinal = total !== undefined && total.closed && total.pending.units === 0;
	const name = periodName(period, language);
	return {
		period,
		name,
		...axisMarks(period, language),
		height: value && heightOf(value, isRatio),
		value,
		isFinal,
		reading,
		lines: [name, ...linesOf({ reading, hasValue: value !== undefined, isFinal }, language)]
	};
}

function axisMarks(period: Period, language: Language): Pick<TrendPoint, 'mark' | 'year'> {
	const mark = periodMark(period, language);
	if (kindOf(period) === 'year') return { mark };
	const isFirst = lastQuarterOf(period) === 1;
	return { mark: mark.replace(/\/\d+$/, ''), ...(isFirst && { year: String(yearOf(period)) }) };
}

function linesOf(
	{ reading, hasValue, isFinal }: { reading?: Reading; hasValue: boolean; isFinal: boolean },
	language: Language
): string[] {
	if (!reading) return [say(language, 'trend.no-unit')];
	if (!hasValue || !reading.value) return [say(language, 'status.no-data')];
	const { value, targets, coverage, isRatio } = reading;
	const targetLines = targets.map(({ document, words, status, shortfall }) =>
		[`${document} ${words}: ${status.word}`, shortfall].filter(Boolean).join(', ')
	);
	return [
		isRatio ? `${value.text} (${value.counts})` : value.counts,
		...targetLines,
		...(coverage && !coverage.isComplete ? [coverage.words] : []),
		...(isFinal ? [] : [say(language, 'trend.not-final')])
	];
}

/** True where the figure was reported in the period, and is not an older one that stands in for it. */
export function isOwnFigure(asOf: Period | undefined, period: Period): boolean {
	if (asOf === undefined) return true;
	return kindOf(period) === 'year' ? yearOf(asOf) === yearOf(period) : asOf === period;
}

/** The height of a value for the eye: per cent, or the count. */
export function heightOf({ numerator, denominator }: Fraction, isRatio: boolean): number {
	return (Number(numerator) / Number(denominator)) * (isRatio ? 100 : 1);
}
