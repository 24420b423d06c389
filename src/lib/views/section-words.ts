import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';

/** The words that stand between the numbers of sections of the documents, which are Vietnamese. */
const WORDS = [
	'section.until',
	'section.dash',
	'section.and',
	'section.appendix',
	'section.row'
] as const;

/** The place in a document in the language: `II.2.2 (đến 2025)`, `II.2.2 (to 2025)`; numbers and letters stay. */
export function sectionWords(section: string, language: Language): string {
	if (language === 'vi') return section;
	return WORDS.reduce(
		(text, key) => text.replace(wholeWord(say('vi', key)), say(language, key)),
		section
	);
}

/** The place as it follows a document's name: `mục II.2.2`; an appendix says itself what it is. */
export function sectionLine(words: string, language: Language): string {
	const isNamed = words.startsWith(say(language, 'section.appendix'));
	return isNamed ? words : say(language, 'target.section', { section: words });
}

function wholeWord(word: string): RegExp {
	return new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'gu');
}
