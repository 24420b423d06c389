import { describe, expect, test } from 'vitest';
import {
	headingNumber,
	type ProfileLine,
	profileText,
	reportProfile,
	type ReportProfile,
	reportProfiles
} from '#lib/views/report-profile.ts';

const HEAD = ['kind', 'subject', 'scope'];

describe('layouts of official documents', () => {
	test('are those of the Party and of the state', () => {
		expect(reportProfiles().map(({ id }) => id)).toEqual(['party', 'state']);
	});

	test('keep the margins that the rules ask for', () => {
		expect(reportProfiles().map(({ page }) => page)).toEqual([
			{ width: 210, height: 297, margins: { top: 20, bottom: 20, left: 30, right: 15 } },
			{ width: 210, height: 297, margins: { top: 20, bottom: 20, left: 30, right: 20 } }
		]);
	});

	test.each(reportProfiles())('$id names no place that is neither field nor head', (profile) => {
		const known = new Set([...HEAD, ...profile.fields.map(({ id }) => id)]);
		const unknown = linesOf(profile)
			.flatMap(({ text }) => [text.vi, text.en])
			.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))
			.filter((name) => !known.has(name));
		expect(unknown).toEqual([]);
	});

	test('that do not exist are refused with those that do', () => {
		expect(() => reportProfile('army')).toThrow(
			expect.objectContaining({
				code: 'report.unknown-profile',
				params: { profile: 'army', known: 'party, state' }
			})
		);
	});
});

describe('a line of a layout', () => {
	const profile = reportProfile('party');

	test('holds what the office filled in, and blanks for the rest', () => {
		const line = profile.letterhead.left.at(-1)!;
		const values = { symbol: 'BTCTU', number: '' };
		expect(profileText(line, values, { profile, language: 'vi' })).toBe('Số ……-BC/BTCTU');
	});
});

describe('the number of a heading', () => {
	test('is a Roman one on the first level, with a dash for the Party and a full stop for the state', () => {
		const [party, state] = reportProfiles().map(({ headings }) => headings[0]!);
		expect([1, 4, 9, 14].map((place) => headingNumber(party!, place))).toEqual([
			...['I-', 'IV-', 'IX-', 'XIV-']
		]);
		expect(headingNumber(state!, 2)).toBe('II.');
	});

	test('is a letter of the Vietnamese alphabet on the third', () => {
		const heading = reportProfile('party').headings[2]!;
		expect([1, 4, 5, 6, 23, 24].map((place) => headingNumber(heading, place))).toEqual([
			...['a)', 'd)', 'đ)', 'e)', 'y)', 'aa)']
		]);
	});
});

function linesOf(profile: ReportProfile): readonly ProfileLine[] {
	const { letterhead, title, signature, recipients } = profile;
	const last = { text: recipients.last, size: recipients.size };
	return [...letterhead.left, ...letterhead.right, ...title, ...signature, recipients.title, last];
}
