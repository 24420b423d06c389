import type { Assessment } from '#lib/assess/assessment.ts';
import type { Arrival, Pace, PaceWord } from '#lib/assess/pace.ts';
import { paceFor } from '#lib/assess/pace-for.ts';
import { type Facts, standingOf } from '#lib/assess/standing.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import { documentOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { Viewpoint } from './overview-reading.ts';
import { printCount, printPercent } from './print-value.ts';
import { signedMovement } from './sentence-change.ts';
import { dayWords } from './sentence-date.ts';
import { documentLabel, targetWords } from './sentence-target.ts';

/** How a value goes towards one target with a future due day, in words. */
export interface PaceLine {
	/** The target's id. */
	id: string;
	word: PaceWord;
	/** `Đúng tiến độ`. */
	label: string;
	/** `NQ 21: trên 90%, đến hết ngày 31/12/2025`. */
	goal: string;
	/** What each year must bring, what it brings at present, where the straight line stands, when it arrives. */
	remarks: string[];
}

/** The paces towards the targets of an indicator that lie ahead, the nearest due day first; those alike once. */
export function paceLines(facts: Facts, indicator: Indicator, viewpoint: Viewpoint): PaceLine[] {
	const { path, period, language } = viewpoint;
	const { assessments } = standingOf(facts, { path, period, indicator });
	const paces = assessments
		.flatMap((assessment) => {
			const { target } = assessment;
			const pace = paceFor(facts, { path, period, indicator, target });
			return pace ? [{ assessment, pace }] : [];
		})
		.sort((a, b) => (a.pace.due < b.pace.due ? -1 : 1))
		.map(({ assessment, pace }) => lineOf(pace, assessment, { facts, indicator, language }));
	return paces.filter(({ goal }, place) => paces.findIndex((each) => each.goal === goal) === place);
}

interface PaceWording {
	facts: { catalogue: Catalogue };
	indicator: Indicator;
	language: Language;
}

function lineOf(pace: Pace, { target }: Assessment, wording: PaceWording): PaceLine {
	const { facts, indicator, language } = wording;
	const document = documentOf(facts.catalogue, target.document);
	return {
		id: target.id,
		word: pace.word,
		label: say(language, `pace.${pace.word}`),
		goal: say(language, 'pace.goal', {
			document: document ? documentLabel(document, language) : target.document,
			words: targetWords(target, { indicator, language }),
			due: dayWords(pace.due, language)
		}),
		remarks: remarksOn(pace, wording)
	};
}

function remarksOn(
	{ required, slope, expected, projected, interval }: Pace,
	{ indicator, language }: PaceWording
): string[] {
	const isRatio = indicator.denominator.length > 0;
	const signed = (share: Pace['goal']): string => signedMovement(share, { isRatio, language });
	const kind = isRatio ? 'ratio' : 'count';
	const counted = indicator.counted[language];
	return [
		required &&
			say(language, `pace.required-${kind}`, {
				share: signed(required.share),
				count: printCount(required.count, language),
				counted
			}),
		slope && say(language, `pace.slope-${kind}`, { share: signed(slope), counted }),
		expected &&
			isRatio &&
			say(language, 'pace.expected', { value: printPercent(expected, { language }) }),
		projected &&
			(projected.kind === 'reached'
				? say(language, 'pace.reached')
				: say(language, 'pace.projected', { when: arrivalWords(projected, language) })),
		interval &&
			say(language, 'pace.interval', {
				earliest: arrivalWords(interval.earliest, language),
				latest: arrivalWords(interval.latest, language)
			})
	].filter((words) => typeof words === 'string');
}

function arrivalWords(arrival: Arrival, language: Language): string {
	if (arrival.kind !== 'month') return say(language, `pace.${arrival.kind}`);
	const [year = '', month = ''] = arrival.month.split('-');
	return say(language, 'pace.month', { year, month });
}
