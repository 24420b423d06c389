import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { DeadlineRule, Deadlines } from '#lib/catalogue/deadlines.ts';

/** One deadline in words, with who set it. */
export interface RuleWords {
	rule: string;
	source: string;
	isVerified: boolean;
}

/** When the sheets are due, in words: the rules that any sheet falls under. */
export function ruleWords({ rules, templates }: Deadlines, language: Language): RuleWords[] {
	return rules.flatMap((rule) => {
		const own = templates.filter(({ period }) => period === rule.period);
		if (own.length === 0) return [];
		const names = own.map(({ id }) => id).join(', ');
		const { source, isVerified } = rule;
		return [{ rule: inWords(rule, names, language), source: source[language], isVerified }];
	});
}

function inWords(rule: DeadlineRule, templates: string, language: Language): string {
	if ('dayOfNextMonth' in rule) {
		return say(language, 'reporting.rule-month', { templates, day: rule.dayOfNextMonth });
	}
	const [first = '', second = ''] = rule.before.map((day) => dayOfYear(day, language));
	if (second) return say(language, 'reporting.rule-half', { templates, first, second });
	return say(language, 'reporting.rule-year', { templates, first });
}

/** `15/6`, in English `15 June`. */
function dayOfYear(monthAndDay: string, language: Language): string {
	const [month = 1, day = 1] = monthAndDay.split('-').map(Number);
	if (language === 'vi') return `${day}/${month}`;
	const format = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
	return `${day} ${format.format(Date.UTC(2000, month - 1, day))}`;
}
