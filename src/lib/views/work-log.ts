import { foldMarks } from '#lib/base/fold.ts';
import type { Language } from '#lib/base/language.ts';
import { isMessageKey, say } from '#lib/base/messages.ts';
import { printCount } from './print-value.ts';
import { timeWords } from './submission-list.ts';

/** What the log says of one thing that was done. */
export interface LoggedFacts {
	/** ISO 8601 in UTC. */
	at: string;
	what: string;
	names: readonly string[];
	count: number;
	figures?: number;
}

/** One line of the log, in words. */
export interface LogLine {
	time: string;
	what: string;
	/** The first names. */
	names: string;
	count: string;
	/** Empty where it was not about figures. */
	figures: string;
}

/** Which lines are asked for. */
export interface LogChoice {
	/** One kind of thing done; absent for all. */
	what?: string;
	/** Part of a name, accents and case left out. */
	search?: string;
}

/** The kinds of things done that the log holds, with their words, in the order of the words. */
export function logKinds(
	entries: readonly LoggedFacts[],
	language: Language
): { what: string; words: string }[] {
	const kinds = [...new Set(entries.map(({ what }) => what))];
	return kinds
		.map((what) => ({ what, words: whatWords(what, language) }))
		.sort((one, other) => one.words.localeCompare(other.words, language));
}

/** The entries asked for in words, the newest first. */
export function logLines(
	entries: readonly LoggedFacts[],
	{ what, search = '', language }: LogChoice & { language: Language }
): LogLine[] {
	const sought = foldMarks(search);
	return entries
		.filter((entry) => !what || entry.what === what)
		.map((entry) => lineOf(entry, language))
		.filter((line) => foldMarks(`${line.time} ${line.what} ${line.names}`).includes(sought))
		.toReversed();
}

/** The lines as rows of a table to take along, its header first. */
export function logRows(lines: readonly LogLine[], language: Language): string[][] {
	const header = (['time', 'what', 'names', 'count', 'figures'] as const).map((column) =>
		say(language, `log.${column}`)
	);
	const rows = lines.map(({ time, what, names, count, figures }) => [
		...[time, what, names, count, figures]
	]);
	return [header, ...rows];
}

function lineOf({ at, what, names, count, figures }: LoggedFacts, language: Language): LogLine {
	return {
		time: timeWords(at, language),
		what: whatWords(what, language),
		names: names.join(', '),
		count: printCount(count, language),
		figures: figures === undefined ? '' : printCount(figures, language)
	};
}

function whatWords(what: string, language: Language): string {
	const key = `log.${what}`;
	return isMessageKey(key) ? say(language, key) : what;
}
