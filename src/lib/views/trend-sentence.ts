import type { Status } from '#lib/assess/assessment.ts';
import { compareFractions } from '#lib/base/fraction.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { changeWords } from './sentence-change.ts';
import { periodInSentence } from './sentence-period.ts';
import type { TrendPoint } from './trend-point.ts';

/** What the words of a trend depend on besides its points. */
export interface TrendWording {
	isRatio: boolean;
	language: Language;
}

const VERDICTS: readonly Status[] = ['met', 'not-met', 'above-band'];

type KnownPoint = TrendPoint & Required<Pick<TrendPoint, 'value' | 'reading'>>;

/** First and last value with the change between them, the ends in between, how often the target was met, what is missing. */
export function trendSentence(points: readonly TrendPoint[], wording: TrendWording): string {
	const known = points.filter(isKnown);
	const [first, last] = [known[0], known.at(-1)];
	if (!first || !last) return say(wording.language, 'trend.none');
	const said = [
		first === last ? oneWords(first, wording) : changeFrom(first, last, wording),
		extremeWords(known, wording),
		metWords(known, wording),
		missingWords(points, wording)
	];
	return said.filter(Boolean).join(' ');
}

function oneWords(point: KnownPoint, { language }: TrendWording): string {
	return say(language, 'trend.one', { period: point.name, value: textOf(point) });
}

function changeFrom(first: KnownPoint, last: KnownPoint, wording: TrendWording): string {
	return say(wording.language, 'trend.change', {
		first: first.name,
		firstValue: textOf(first),
		last: periodInSentence(last.period, wording.language),
		lastValue: textOf(last),
		change: changeWords(last.value, first.value, wording)
	});
}

/** The highest and the lowest value, where they are not those of the first or the last period. */
function extremeWords(
	known: readonly KnownPoint[],
	{ language }: TrendWording
): string | undefined {
	const sorted = [...known].sort((a, b) => compareFractions(a.value, b.value));
	const [lowest, highest] = [sorted[0], sorted.at(-1)];
	const ends = [known[0], known.at(-1)];
	const isAtEnd = ({ value }: KnownPoint): boolean =>
		ends.some((end) => end && compareFractions(end.value, value) === 0);
	const said = [
		highest && !isAtEnd(highest) ? extreme('trend.highest', highest, language) : undefined,
		lowest && !isAtEnd(lowest) ? extreme('trend.lowest', lowest, language) : undefined
	].filter((words) => words !== undefined);
	return said.length > 0 ? said.join(' ') : undefined;
}

function extreme(
	key: 'trend.highest' | 'trend.lowest',
	point: KnownPoint,
	language: Language
): string {
	return say(language, key, {
		value: textOf(point),
		period: periodInSentence(point.period, language)
	});
}

function metWords(known: readonly KnownPoint[], { language }: TrendWording): string | undefined {
	const judged = known.filter(({ reading }) => VERDICTS.includes(reading.status.status));
	if (judged.length === 0) return undefined;
	const met = judged.filter(({ reading }) => reading.status.status === 'met').length;
	return say(language, 'trend.met', { met, judged: judged.length });
}

function missingWords(
	points: readonly TrendPoint[],
	{ language }: TrendWording
): string | undefined {
	const missing = points.filter((point) => point.reading && !point.value);
	if (missing.length === 0) return undefined;
	if (missing.length > 4) return say(language, 'trend.missing-many', { count: missing.length });
	const periods = missing.map(({ period }) => periodInSentence(period, language)).join(', ');
	return say(language, 'trend.missing', { periods });
}

function isKnown(point: TrendPoint): point is KnownPoint {
	return point.value !== undefined && point.reading !== undefined;
}

function textOf({ reading }: KnownPoint): string {
	return reading.value?.text ?? '';
}
