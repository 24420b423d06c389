import type { Language } from '#lib/base/language.ts';
import type { GuideExample } from './workbench-guide.ts';

/** What a query is called: the name that it is kept under, the question of the example that it is, else its first line. */
export function queryTitle(
	query: string,
	{
		saved,
		examples,
		language
	}: {
		saved: readonly { name: string; text: string }[];
		examples: readonly GuideExample[];
		language: Language;
	}
): string {
	const text = query.trim();
	const kept = saved.find((each) => each.text.trim() === text)?.name;
	const example = examples.find((each) => each.query === text)?.words[language];
	return kept ?? example ?? firstLine(text);
}

/** A comment without its sign. */
function firstLine(text: string): string {
	return (text.split('\n', 1)[0] ?? '').replace(/^--\s*/, '').trim();
}
