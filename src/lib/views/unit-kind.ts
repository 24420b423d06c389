import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';

const KNOWN = [
	'unit-kind.ward',
	'unit-kind.commune',
	'unit-kind.urban-district',
	'unit-kind.rural-district',
	'unit-kind.agencies',
	'unit-kind.city',
	'unit-kind.province'
] as const;

/** The kind of a unit in the language, `Phường` as `Ward`; one that the product does not know stays as the list has it. */
export function unitKindWords(kind: string, language: Language): string {
	const key = KNOWN.find((each) => say('vi', each).toLowerCase() === kind.toLowerCase());
	return key ? say(language, key) : kind;
}
