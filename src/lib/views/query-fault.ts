import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { QueryFault } from '#lib/base/query-answer.ts';

/** Why a query was not answered, for the reader. */
export interface FaultWords {
	/** What is wrong, and where. */
	title: string;
	/** What to do. */
	hint: string;
	/** The words of DuckDB, in English; absent where ours say all. */
	reason?: string;
}

/** The fault in words: what, where, what to do. */
export function faultWords(fault: QueryFault, language: Language): FaultWords {
	const { kind, word, candidates = [], place, reason } = fault;
	const what = say(language, `workbench.fault-${kind}`, { word: word ?? '' });
	const title = place ? say(language, 'workbench.fault-at', { what, ...asText(place) }) : what;
	const meant = candidates.slice(0, 3).join(', ');
	const hint = meant
		? say(language, 'workbench.fault-meant', { names: meant })
		: say(language, `workbench.hint-${kind}`);
	return { title, hint, ...(reason && { reason }) };
}

/** Places are numbered without groups. */
function asText({ line, column }: { line: number; column: number }): Record<string, string> {
	return { line: String(line), column: String(column) };
}
