import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { findTraceCodes, readTraceCode } from '#lib/base/trace-code.ts';
import { type FoundGroup, foundGroup } from './finder.ts';

/** The codes of figures in a text that was typed or pasted; also what is almost one, so that it can be mended. */
export function codesIn(text: string, language: Language): FoundGroup[] {
	const codes = findTraceCodes(text.toUpperCase());
	const found = codes.length > 0 ? codes : alone(text);
	if (found.length === 0) return [];
	const findables = found.map((id) => ({
		...{ kind: 'trace' as const, id },
		label: say(language, 'trace.found-label', { code: id }),
		...('fault' in readTraceCode(id) && { hint: say(language, 'trace.found-faulty') })
	}));
	return [foundGroup('trace', findables, language)];
}

/** The text as a code, where it is one or has but one slip in it; words of sixteen letters are none. */
function alone(text: string): string[] {
	const read = readTraceCode(text);
	if (!('fault' in read)) return [read.code];
	return read.fault === 'check' && /\d/.test(text) ? [read.typed] : [];
}
