import { addDays } from '#lib/base/local-day.ts';
import type { CalendarEntry } from '#lib/views/ledger-calendar.ts';

/** What a calendar is called, and when it was written. */
export interface CalendarHead {
	name: string;
	/** ISO 8601 in UTC. */
	at: string;
}

const LINE_OCTETS = 75;
const PRODUCT = '-//Thuoc Do//Ledger//VI';

/**
 * The entries as an iCalendar file (RFC 5545): an event of the whole day for each, with an alarm a week before. Lines
 * end with CRLF and are folded at 75 octets of UTF-8, never within a character.
 */
export function writeCalendar(
	entries: readonly CalendarEntry[],
	{ name, at }: CalendarHead
): string {
	const stamp = at.replace(/[-:]|\.\d+/g, '');
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		`PRODID:${PRODUCT}`,
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`X-WR-CALNAME:${escaped(name)}`,
		...entries.flatMap((entry) => eventLines(entry, stamp)),
		'END:VCALENDAR'
	];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ uid, day, title, text, categories }: CalendarEntry, stamp: string): string[] {
	return [
		'BEGIN:VEVENT',
		`UID:${uid}`,
		`DTSTAMP:${stamp}`,
		`DTSTART;VALUE=DATE:${compact(day)}`,
		`DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
		`SUMMARY:${escaped(title)}`,
		`DESCRIPTION:${escaped(text)}`,
		`CATEGORIES:${categories.map(escaped).join(',')}`,
		'TRANSP:TRANSPARENT',
		'BEGIN:VALARM',
		'ACTION:DISPLAY',
		`DESCRIPTION:${escaped(title)}`,
		'TRIGGER:-P7D',
		'END:VALARM',
		'END:VEVENT'
	];
}

function compact(day: string): string {
	return day.replaceAll('-', '');
}

/** A text value: backslash, semicolon, comma and line breaks escaped, other control characters left out. */
function escaped(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n\t]/gu, '')
		.replace(/[\\;,]/g, '\\$&')
		.replaceAll('\n', '\\n');
}

/** The line in pieces of at most 75 octets, each but the first behind a blank, which counts. */
function folded(line: string): string {
	const pieces: string[] = [];
	let piece = '';
	let octets = 0;
	for (const character of line) {
		const size = new TextEncoder().encode(character).length;
		if (octets + size > LINE_OCTETS) {
			pieces.push(piece);
			piece = '';
			octets = 1;
		}
		piece += character;
		octets += size;
	}
	return [...pieces, piece].join('\r\n ');
}
