import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCalendar } from '#lib/export/write-calendar.ts';
import type { CalendarEntry } from '#lib/views/ledger-calendar.ts';

const HEAD = { name: 'Thước Đo: thời hạn', at: '2026-11-22T01:02:03.456Z' };
const ENTRY: CalendarEntry = {
	uid: 'a-2026-12-14@thuocdo',
	day: '2026-12-14',
	title: 'Hạn: Báo cáo năm; gửi BTV, qua Ban Tổ chức',
	text: 'Dòng một\nDòng hai \\ hết',
	categories: ['Nghĩa vụ', 'KH 256, mục VI']
};

/** A small reader of iCalendar, by RFC 5545 §3.1 and §3.3.11, for its own sake. */
function readCalendar(text: string): { name: string; stamp: string; entries: CalendarEntry[] } {
	expect(text.endsWith('\r\n')).toBe(true);
	const lines = text
		.slice(0, -2)
		.replace(/\r\n[ \t]/g, '')
		.split('\r\n');
	const events: Record<string, string>[] = [];
	const head: Record<string, string> = {};
	const open: string[] = [];
	for (const line of lines) {
		const at = line.indexOf(':');
		const [name = '', value = ''] = [line.slice(0, at), line.slice(at + 1)];
		if (name === 'BEGIN') {
			open.push(value);
			if (value === 'VEVENT') events.push({});
		} else if (name === 'END') expect(open.pop()).toBe(value);
		else if (open.at(-1) === 'VEVENT') events[events.length - 1]![name] = value;
		else if (open.at(-1) === 'VCALENDAR') head[name] = value;
	}
	expect(open).toEqual([]);
	return {
		name: textOf(head['X-WR-CALNAME']),
		stamp: events[0]?.DTSTAMP ?? '',
		entries: events.map((event) => ({
			uid: event.UID ?? '',
			day: dayOf(event['DTSTART;VALUE=DATE']),
			title: textOf(event.SUMMARY),
			text: textOf(event.DESCRIPTION),
			categories: (event.CATEGORIES ?? '').split(/(?<!\\)(?:\\\\)*,/).map(textOf)
		}))
	};
}

function textOf(value = ''): string {
	return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}

function dayOf(value = ''): string {
	return value.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}

describe('writeCalendar', () => {
	it('writes an event of the whole day with an alarm a week before', () => {
		expect(writeCalendar([{ ...ENTRY, text: 'x', categories: ['Mốc'] }], HEAD)).toBe(
			[
				'BEGIN:VCALENDAR',
				'VERSION:2.0',
				'PRODID:-//Thuoc Do//Ledger//VI',
				'CALSCALE:GREGORIAN',
				'METHOD:PUBLISH',
				'X-WR-CALNAME:Thước Đo: thời hạn',
				'BEGIN:VEVENT',
				'UID:a-2026-12-14@thuocdo',
				'DTSTAMP:20261122T010203Z',
				'DTSTART;VALUE=DATE:20261214',
				'DTEND;VALUE=DATE:20261215',
				'SUMMARY:Hạn: Báo cáo năm\\; gửi BTV\\, qua Ban Tổ chức',
				'DESCRIPTION:x',
				'CATEGORIES:Mốc',
				'TRANSP:TRANSPARENT',
				'BEGIN:VALARM',
				'ACTION:DISPLAY',
				'DESCRIPTION:Hạn: Báo cáo năm\\; gửi BTV\\, qua Ban Tổ chức',
				'TRIGGER:-P7D',
				'END:VALARM',
				'END:VEVENT',
				'END:VCALENDAR',
				''
			].join('\r\n')
		);
	});

	it('is an empty calendar without entries', () => {
		expect(readCalendar(writeCalendar([], HEAD))).toEqual({
			name: HEAD.name,
			stamp: '',
			entries: []
		});
	});

	it('never writes a line of more than 75 octets, nor cuts a character, and reads back as it was', () => {
		const words = fc.string({ unit: 'grapheme', maxLength: 200 });
		const text = fc
			.array(fc.oneof(words, fc.constantFrom('Đảng ủy, ban; ngành', '\\n', '\n', '“ơ”', '🗓️')))
			.map((parts) => parts.join('').replace(/[^\P{Cc}\n]/gu, ''));
		const entry = fc.record({
			uid: fc.stringMatching(/^[A-Za-z0-9._-]{1,90}$/),
			day: fc
				.date({
					min: new Date('2000-01-01'),
					max: new Date('2099-12-31'),
					noInvalidDate: true
				})
				.map((day) => day.toISOString().slice(0, 10)),
			title: text,
			text,
			categories: fc.constant<string[]>(['Nghĩa vụ', 'KH 256; mục VI'])
		});
		fc.assert(
			fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
				const written = writeCalendar(entries, HEAD);
				for (const line of written.split('\r\n')) {
					expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
				}
				expect(readCalendar(written).entries).toEqual(entries);
			})
		);
	});

	it('escapes what separates values', () => {
		expect(readCalendar(writeCalendar([{ ...ENTRY, categories: ['Nghĩa vụ'] }], HEAD))).toEqual({
			name: HEAD.name,
			stamp: '20261122T010203Z',
			entries: [{ ...ENTRY, categories: ['Nghĩa vụ'] }]
		});
	});
});
