import type { Language } from '#lib/base/language.ts';
import { daysBetween, localDayOf } from '#lib/base/local-day.ts';
import { say } from '#lib/base/messages.ts';
import { type IsoDate, kindOf, lastDayOf, type Period, yearOf } from '#lib/base/period.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import { dayWords } from './sentence-date.ts';
import { periodInSentence } from './sentence-period.ts';
import { type SubmissionFacts, type SubmissionLine, submissionList } from './submission-list.ts';

/** Which submissions an indicator's figures of a period come from, and how old they are. */
export interface Sources {
	/** When the newest came, how many days ago, and whether any is provisional. */
	sentence: string;
	/** The newest first, as many as are asked for. */
	lines: SubmissionLine[];
	/** How many older ones there are. */
	others: number;
}

/** Whose sources are asked for. */
export interface SourcesQuestion {
	indicator: Indicator;
	period: Period;
	language: Language;
	today: IsoDate;
	/** How many lines at most. */
	most: number;
}

/** The submissions of the sheets that an indicator counts from, for the period or quarters within it; `undefined` for none. */
export function sourcesOf(
	submissions: readonly SubmissionFacts[],
	catalogue: Catalogue,
	{ indicator, period, language, today, most }: SourcesQuestion
): Sources | undefined {
	const sheets = sheetsOf(catalogue, indicator);
	const used = submissions.filter(
		({ template, periods }) =>
			sheets.has(template) && periods.some((each) => isPeriodWithin(each, period))
	);
	const newest = used.at(-1);
	if (!newest) return undefined;
	const day = localDayOf(newest.at);
	const said = {
		count: used.length,
		date: dayWords(newest.at, language),
		period: periodInSentence(period, language)
	};
	const provisional = used.filter(({ state }) => state === 'provisional').length;
	return {
		sentence: [
			say(language, 'sources.newest', said),
			ageWords(daysBetween(day, today), language),
			provisional > 0 && say(language, 'sources.provisional', { count: provisional })
		]
			.filter(Boolean)
			.join(' '),
		lines: submissionList(used.slice(-most), { catalogue, language }),
		others: Math.max(0, used.length - most)
	};
}

/** The ids of the sheets that an indicator counts from, and that of the long layout. */
export function sheetsOf(
	{ templates }: Catalogue,
	{ numerator, denominator }: Indicator
): Set<string> {
	const used = new Set([...numerator, ...denominator]);
	const sheets = templates.filter(({ measures }) => measures.some(({ id }) => used.has(id)));
	return new Set([...sheets.map(({ id }) => id), 'long']);
}

/** True for the period itself, and for a shorter one that lies in it. */
export function isPeriodWithin(period: Period, whole: Period): boolean {
	if (yearOf(period) !== yearOf(whole)) return false;
	if (period === whole || kindOf(whole) === 'year') return true;
	return kindOf(whole) === 'half' && isInHalf(period, whole);
}

function isInHalf(period: Period, half: Period): boolean {
	const [from, to] = half.endsWith('1') ? ['01', '06'] : ['07', '12'];
	const month = lastDayOf(period).slice(5, 7);
	return kindOf(period) === 'quarter' && from <= month && month <= to;
}

function ageWords(days: number, language: Language): string {
	if (days <= 0) return say(language, 'sources.today');
	return say(language, days === 1 ? 'sources.yesterday' : 'sources.days-ago', { days });
}
