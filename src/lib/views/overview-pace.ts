import { dueOf, type PaceWord } from '#lib/assess/pace.ts';
import { paceFor } from '#lib/assess/pace-for.ts';
import type { Facts, Standing } from '#lib/assess/standing.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { lastDayOf } from '#lib/base/period.ts';
import type { Viewpoint } from './overview-reading.ts';
import { dayWords } from './sentence-date.ts';

/** How an indicator goes towards the nearest of its targets that lie ahead. */
export interface PaceMark {
	word: PaceWord;
	/** `Đúng tiến độ`. */
	label: string;
	/** `hạn 31/12/2030`. */
	due: string;
}

/** How many indicators go how towards what lies ahead. */
export interface PaceCount {
	word: PaceWord;
	label: string;
	count: number;
}

const WORDS: readonly PaceWord[] = ['behind', 'on-pace', 'no-pace'];

/** The pace towards the nearest due day after the period, the worst of those of one day; `undefined` where none lies ahead. */
export function paceMark(
	facts: Facts,
	{ indicator, assessments }: Standing,
	{ path, period, language }: Viewpoint
): PaceMark | undefined {
	const [nearest] = assessments
		.filter(({ target }) => (dueOf(target) ?? '') > lastDayOf(period))
		.flatMap(({ target }) => paceFor(facts, { path, period, indicator, target }) ?? [])
		.sort((a, b) => a.due.localeCompare(b.due, 'en') || rankOf(a.word) - rankOf(b.word));
	if (!nearest) return undefined;
	return {
		word: nearest.word,
		label: say(language, `pace.${nearest.word}`),
		due: say(language, 'overview.due', { day: dayWords(nearest.due, language) })
	};
}

/** How many of the indicators are behind, on pace, or too young to tell; what none is left out. */
export function paceCounts(lines: readonly { pace?: PaceMark }[], language: Language): PaceCount[] {
	return WORDS.map((word) => ({
		word,
		label: say(language, `pace.${word}`),
		count: lines.filter(({ pace }) => pace?.word === word).length
	})).filter(({ count }) => count > 0);
}

function rankOf(word: PaceWord): number {
	return WORDS.indexOf(word);
}
