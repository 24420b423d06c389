import type { Issue } from './issue.ts';
import type { Language } from './language.ts';
import { isMessageKey, say, type MessageKey, type MessageParams } from './messages.ts';
import { periodInSentence } from './period-name.ts';
import { isPeriod } from './period.ts';

/** The end of the name of a parameter that is said in both languages: `ruleVi` and `ruleEn` fill the place `{rule}`. */
const OWN_WORDS = /(?:Vi|En)$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** What is wrong or was done, and what to do about it, in one or two sentences; a code without words stands for itself. */
export function describeIssue(issue: Issue, language: Language): string {
	const key = messageKey(issue);
	return key ? say(language, key, paramsOf(issue, language)) : issue.code;
}

/**
 * The message of the issue's code. A code may have a second message for issues with a certain parameter:
 * `issue.unknown-unit.similar` where `params.similar` is given.
 */
function messageKey({ code, params = {} }: Issue): MessageKey | undefined {
	const variants = Object.keys(params).map(
		(name) => `issue.${code}.${name.replace(OWN_WORDS, '')}`
	);
	return [...variants, `issue.${code}`, code].find(isMessageKey);
}

function paramsOf({ row, column, value, params = {} }: Issue, language: Language): MessageParams {
	const other = language === 'vi' ? 'En' : 'Vi';
	const worded = Object.entries(params)
		.filter(([name]) => !name.endsWith(other))
		.map(([name, param]) => [
			name.replace(OWN_WORDS, ''),
			typeof param === 'string' ? inWords(name, param, language) : param
		]);
	return {
		row: row === undefined ? '…' : String(row),
		column: column ?? '…',
		value: value ?? '…',
		...(Object.fromEntries(worded) as MessageParams)
	};
}

/** A period and a day as the language writes them, any other text as it is. */
function inWords(name: string, text: string, language: Language): string {
	if (name.startsWith('period') && isPeriod(text)) return periodInSentence(text, language);
	const [, year, month, day] = ISO_DATE.exec(text) ?? [];
	return year && language === 'vi' ? `${day}/${month}/${year}` : text;
}
