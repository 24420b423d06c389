import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { periodsName, templateName } from './draft-preview.ts';
import { printCount } from './print-value.ts';

/** Made once: making one takes longer than a hundred uses of it. */
const FORMATS = {
	vi: timeFormat('vi-VN', { day: '2-digit', month: '2-digit' }),
	en: timeFormat('en-GB', { day: 'numeric', month: 'short' })
};

/** What the history shows of a submission. */
export interface SubmissionFacts {
	id: string;
	file: string;
	template: string;
	periods: readonly Period[];
	/** ISO 8601 in UTC. */
	at: string;
	note?: string;
	state: 'official' | 'provisional';
	rows: { accepted: number };
	issues: readonly unknown[];
}

/** One line of the history, in words. */
export interface SubmissionLine {
	id: string;
	file: string;
	/** `B1`, or the name of the long layout. */
	sheet: string;
	/** The whole name of the sheet. */
	sheetName: string;
	period: string;
	/** Day and time in Viet Nam: `21/11/2026 08:05`. */
	time: string;
	rows: string;
	state: string;
	note: string;
	/** How many remarks were made when it was committed; empty for none. */
	issues: string;
}

/** The submissions in words, the newest first. */
export function submissionList(
	submissions: readonly SubmissionFacts[],
	{ catalogue, language }: { catalogue: Catalogue; language: Language }
): SubmissionLine[] {
	return submissions.toReversed().map((submission) => ({
		id: submission.id,
		file: submission.file,
		sheet: submission.template === 'long' ? say(language, 'draft.long') : submission.template,
		sheetName: templateName(submission.template, { catalogue, language }),
		period: periodsName(submission.periods, language),
		time: timeWords(submission.at, language),
		rows: printCount(submission.rows.accepted, language),
		state: say(language, `submissions.${submission.state}`),
		note: submission.note ?? '',
		issues: submission.issues.length > 0 ? printCount(submission.issues.length, language) : ''
	}));
}

/** The day and time of an instant in Viet Nam, to the minute: `21/11/2026 08:05`, in English `21 Nov 2026 08:05`. */
export function timeWords(instant: string, language: Language): string {
	const parts = FORMATS[language].formatToParts(new Date(instant));
	const part = (type: string): string => parts.find((other) => other.type === type)?.value ?? '';
	const between = language === 'vi' ? '/' : ' ';
	const day = [part('day'), part('month'), part('year')].join(between);
	return `${day} ${part('hour')}:${part('minute')}`;
}

function timeFormat(
	locale: string,
	day: Pick<Intl.DateTimeFormatOptions, 'day' | 'month'>
): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat(locale, {
		...{ ...day, timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric' },
		...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
	});
}
