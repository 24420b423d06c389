import type { Language } from '#lib/base/language.ts';
import { isMessageKey, type MessageKey, type MessageParams, say } from '#lib/base/messages.ts';
import type { Catalogue, Template } from '#lib/catalogue/catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { templateName } from './draft-preview.ts';

/** A question as a page needs it. */
export interface QuestionFacts {
	key: string;
	kind: string;
	params: Readonly<Record<string, string | number>>;
	choices: readonly { value: string; label?: string; why?: string }[];
	column?: string;
	rows?: number;
}

/** One answer that may be given, in words. */
export interface ChoiceWords {
	value: string;
	label: string;
	/** Why it is proposed; empty where nothing speaks for it. */
	why: string;
}

/** What names in questions and answers are looked up in. */
export interface QuestionNames {
	catalogue: Catalogue;
	tree: UnitTree;
	language: Language;
}

/** The question as a sentence. */
export function questionWords({ key, kind, params }: QuestionFacts, names: QuestionNames): string {
	const name = measureName(subjectOf(key), names);
	return sayIfKnown(`question.${kind}`, names.language, { name, ...params, ...(name && { name }) });
}

/** The answers that may be given, in words, in the order in which they are proposed. */
export function choiceWords(question: QuestionFacts, names: QuestionNames): ChoiceWords[] {
	return question.choices.map(({ value, label, why }) => ({
		value,
		label: label ?? valueWords(question.kind, value, names),
		why: why ? sayIfKnown(`why.${why}`, names.language) : ''
	}));
}

/** What was answered, as a line of a list: `“P 7”: Đảng bộ phường 7`. */
export function answerWords([key, value]: readonly [string, string], names: QuestionNames): string {
	const [kind, subject] = [kindOf(key), subjectOf(key)];
	return say(names.language, 'answer.line', {
		subject: sayIfKnown(`answer.${kind}`, names.language, {
			name: measureName(subject, names) || subject
		}),
		answer: valueWords(kind, value, names)
	});
}

function valueWords(kind: string, value: string, names: QuestionNames): string {
	const key = `choice.${kind}.${value}`;
	if (isMessageKey(key)) return say(names.language, key);
	if (kind === 'template') return templateName(value, names);
	if (kind === 'unit' || kind === 'body') return names.tree.find(value)?.name ?? value;
	return value;
}

function kindOf(key: string): string {
	return key.split(':', 1)[0] ?? key;
}

function subjectOf(key: string): string {
	return key.includes(':') ? key.slice(key.indexOf(':') + 1) : '';
}

/** The name of a measure, or the header of an attribute; empty for neither. */
function measureName(id: string, { catalogue, language }: QuestionNames): string {
	const find = ({ measures, attributes }: Template): string | undefined =>
		measures.find((measure) => measure.id === id)?.name[language] ??
		attributes.find((attribute) => attribute.id === id)?.header;
	return catalogue.templates.map(find).find((name) => name !== undefined) ?? '';
}

function sayIfKnown(key: string, language: Language, params: MessageParams = {}): string {
	return isMessageKey(key) ? say(language, key satisfies MessageKey, params) : '';
}
