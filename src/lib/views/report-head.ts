import { say } from '#lib/base/messages.ts';
import { periodInSentence, periodName } from '#lib/base/period-name.ts';
import type { ReportHead } from './report.ts';
import type { ReportScene } from './report-scene.ts';
import { dayWords } from './sentence-date.ts';

/** What stands before the first section. */
export function reportHead({ whole, ground, facts }: ReportScene): ReportHead {
	const { definition, period, boundaries, today } = ground;
	const { language, fields } = definition;
	const day = facts.totals.boundaries;
	const subject = fields.subject || say(language, 'report.subject');
	return {
		title: say(language, 'report.title', {
			subject: subject.charAt(0).toLowerCase() + subject.slice(1)
		}),
		kind: say(language, 'report.kind'),
		subject,
		scope: say(language, 'report.scope', {
			unit: whole.name,
			period: periodInSentence(period, language)
		}),
		unit: whole.name,
		period: periodName(period, language),
		...(boundaries !== 'reported' &&
			day !== undefined && {
				boundaries: say(language, 'report.boundaries', { day: dayWords(day, language) })
			}),
		made: dayWords(today, language),
		fields
	};
}
