import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { IsoDate } from '#lib/base/period.ts';
import type { FoundTrace } from '#lib/base/trace.ts';
import { dayWords } from './sentence-date.ts';

/** What happened to the data besides submissions that stand. */
export interface TraceDoubts {
	/** The sequence of the newest submission ever. */
	newest: number;
	/** The day whose units are today's. */
	today: IsoDate;
	/** When the organisation and the catalogue were saved, ISO 8601 in UTC; absent for what nobody knows. */
	organisation: readonly { at?: string }[];
	catalogueEditions: readonly { at?: string }[];
}

interface Wording extends TraceDoubts {
	submissions: readonly { sequence: number; at: string }[];
	language: Language;
}

/** Why a figure here may not be the one that was printed, the likeliest first. */
export function doubtsAbout(
	{ sequence }: Pick<FoundTrace, 'sequence'>,
	wording: Wording
): string[] {
	const { newest, submissions, organisation, catalogueEditions, language } = wording;
	if (sequence > newest) {
		const said = { sequence: String(sequence), newest: String(newest) };
		return [say(language, 'trace.why-ahead', said)];
	}
	const standing = submissions.filter((each) => each.sequence <= sequence);
	const undone = sequence - standing.length;
	const since = standing.at(-1)?.at ?? '';
	const [units, indicators] = [organisation, catalogueEditions].map((editions) =>
		editions.findLast(({ at = '' }) => at > since)
	);
	return [
		...(undone > 0 ? [say(language, 'trace.why-undone', { count: undone })] : []),
		...(units?.at ? [say(language, 'trace.why-organisation', day(units.at))] : []),
		...(indicators?.at ? [say(language, 'trace.why-catalogue', day(indicators.at))] : []),
		say(language, 'trace.why-elsewhere')
	];

	function day(at: string): { date: string } {
		return { date: dayWords(at, language) };
	}
}
