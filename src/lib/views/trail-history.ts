import type { Fraction } from '#lib/base/fraction.ts';
import type { Language } from '#lib/base/language.ts';
import { localDayOf } from '#lib/base/local-day.ts';
import { say } from '#lib/base/messages.ts';
import type { IsoDate } from '#lib/base/period.ts';
import type { FigureHistory, HistoryStep } from '#lib/base/trail.ts';
import { printCount, printPercent } from './print-value.ts';
import { dayWords } from './sentence-date.ts';
import { timeWords } from './submission-list.ts';
import type { SourceSubmission } from './trail-source.ts';

/** What a history is told with. */
export interface HistoryWording {
	submissions: readonly SourceSubmission[];
	isRatio: boolean;
	/** What a printed ratio must not be mistaken for. */
	thresholds?: readonly Fraction[];
	language: Language;
}

/** What a figure was after a submission, in words. */
export interface HistoryLine {
	id: string;
	time: string;
	file: string;
	sheet?: string;
	/** `92,42% (122/132)`, or a dash. */
	value: string;
	/** `tử số +2, mẫu số +3`. */
	change: string;
	isUnchanged: boolean;
	state: string;
	note?: string;
}

/** The steps of a history in words, the newest first; those of submissions undone meanwhile are left out. */
export function historyLines(history: FigureHistory, wording: HistoryWording): HistoryLine[] {
	const { submissions, language } = wording;
	return history.steps
		.flatMap((step, place) => {
			const source = submissions.find(({ sequence }) => sequence === step.sequence);
			if (!source) return [];
			const before = history.steps[place - 1];
			return [
				{
					id: source.id,
					time: timeWords(source.at, language),
					file: source.file,
					...(source.sheet !== undefined && { sheet: source.sheet }),
					value: figureWords(step, wording),
					change: changeOf(step, before, wording),
					isUnchanged: isSame(step, before),
					state: say(language, `submissions.${source.state}`),
					...(source.note && { note: source.note })
				}
			];
		})
		.toReversed();
}

/** What the figure was at the end of a day in Viet Nam, as a sentence. */
export function valueOnDay(history: FigureHistory, day: IsoDate, wording: HistoryWording): string {
	const { submissions, language } = wording;
	const times = new Map(submissions.map(({ sequence, at }) => [sequence, Date.parse(at)]));
	const step = history.steps.findLast(({ sequence }) => {
		const at = times.get(sequence);
		return at !== undefined && localDayOf(at) <= day;
	});
	return say(language, 'trail.on-date-value', {
		date: dayWords(day, language),
		value: step ? figureWords(step, wording) : say(language, 'trail.no-figure')
	});
}

/** A figure with its counts: `92,42% (122/132)`; a count alone, and that there is none where nothing is reported. */
export function figureWords(
	{ numerator, denominator }: Pick<HistoryStep, 'numerator' | 'denominator'>,
	{ isRatio, thresholds = [], language }: Omit<HistoryWording, 'submissions'>
): string {
	if (numerator === undefined && denominator === undefined) return say(language, 'trail.no-figure');
	if (!isRatio) return numerator === undefined ? '–' : printCount(numerator, language);
	const counts = [numerator, denominator]
		.map((count) => (count === undefined ? '–' : printCount(count, language)))
		.join('/');
	if (numerator === undefined || !denominator) return counts;
	return `${printPercent({ numerator, denominator }, { thresholds, language })} (${counts})`;
}

function changeOf(
	step: HistoryStep,
	before: HistoryStep | undefined,
	{ isRatio, language }: HistoryWording
): string {
	if (isSame(step, before)) return say(language, 'trail.unchanged');
	const words = isEmpty(step)
		? say(language, 'trail.gone')
		: isEmpty(before)
			? say(language, 'trail.first')
			: differenceWords(step, before, { isRatio, language });
	return step.isOwn ? words : `${words} (${say(language, 'trail.other')})`;
}

function differenceWords(
	step: HistoryStep,
	before: HistoryStep | undefined,
	{ isRatio, language }: Pick<HistoryWording, 'isRatio' | 'language'>
): string {
	const numerator = signed((step.numerator ?? 0n) - (before?.numerator ?? 0n), language);
	if (!isRatio) return numerator;
	const denominator = signed((step.denominator ?? 0n) - (before?.denominator ?? 0n), language);
	return say(language, 'trail.change-both', { numerator, denominator });
}

function signed(count: bigint, language: Language): string {
	const sign = count > 0n ? '+' : count < 0n ? '−' : '±';
	return `${sign}${printCount(count < 0n ? -count : count, language)}`;
}

function isEmpty(step: HistoryStep | undefined): boolean {
	return step?.numerator === undefined && step?.denominator === undefined;
}

function isSame(step: HistoryStep, before: HistoryStep | undefined): boolean {
	return step.numerator === before?.numerator && step.denominator === before?.denominator;
}
