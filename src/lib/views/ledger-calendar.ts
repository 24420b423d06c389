import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { isComing } from './ledger-line.ts';
import type { LedgerRow } from './ledger-rows.ts';
import { sectionLine } from './section-words.ts';
import { periodName } from './sentence-period.ts';

/** One day of a calendar: what is due, and what is known of it. */
export interface CalendarEntry {
	/** The same for the same thing on the same day, whenever it is written. */
	uid: string;
	day: IsoDate;
	title: string;
	text: string;
	categories: string[];
}

/** What is still to be done on the days ahead, by day; a row with several such days has an entry for each. */
export function calendarEntries(rows: readonly LedgerRow[], language: Language): CalendarEntry[] {
	const entries = rows.flatMap((row) =>
		row.line.occurrences.flatMap(({ last, period, ...standing }) =>
			last !== undefined && isComing({ last, ...standing })
				? [entryOf(row, { last, period: period ? periodName(period, language) : '' }, language)]
				: []
		)
	);
	return entries.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}

function entryOf(
	row: LedgerRow,
	{ last, period }: { last: IsoDate; period: string },
	language: Language
): CalendarEntry {
	const { undertaking } = row.line;
	const lines = [
		row.name,
		period,
		row.section
			? say(language, 'ledger.source', {
					document: row.document,
					section: sectionLine(row.section, language)
				})
			: '',
		named('lead', row.lead),
		named('coordinating', undertaking?.coordinating),
		named('approver', undertaking?.approver),
		named('due', undertaking?.dueText)
	];
	return {
		uid: `${uidPart(row.id)}-${last}@thuocdo`,
		day: last,
		title: [say(language, 'ledger.calendar-title', { name: shortened(row.name) }), period]
			.filter(Boolean)
			.join(' · '),
		text: lines.filter(Boolean).join('\n'),
		categories: [row.kindWord, row.document]
	};

	function named(key: 'lead' | 'coordinating' | 'approver' | 'due', text = ''): string {
		return text && `${say(language, `ledger.part-${key}`)}: ${text}`;
	}
}

const LONGEST = 100;

/** A title of a line or two: cut at a blank. */
function shortened(name: string): string {
	if (name.length <= LONGEST) return name;
	return `${name.slice(0, name.lastIndexOf(' ', LONGEST))}…`;
}

/** Letters, digits, point and hyphen alone; what else there is becomes its number, so that ids stay apart. */
function uidPart(id: string): string {
	return id.replace(/[^A-Za-z0-9.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16) ?? ''}`);
}
