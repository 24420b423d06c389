import { describe, expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { type SubmissionFacts, submissionList, timeWords } from '#lib/views/submission-list.ts';

const catalogue = productCatalogue();
const first: SubmissionFacts = {
	id: '000001-aaaaaaaa',
	file: 'B1.csv',
	template: 'B1',
	periods: ['2024-Q4'],
	at: '2025-01-05T18:30:00.000Z',
	state: 'official',
	rows: { accepted: 1205 },
	issues: []
};
const second: SubmissionFacts = {
	...first,
	id: '000002-bbbbbbbb',
	file: 'dai.parquet',
	template: 'long',
	periods: ['2023-Q1', '2023-Q2', '2023'],
	note: 'chốt lần 2',
	state: 'provisional',
	issues: [{}, {}]
};

describe('submissionList', () => {
	test('says each submission in words, the newest first', () => {
		expect(submissionList([first, second], { catalogue, language: 'vi' })).toEqual([
			{
				id: '000002-bbbbbbbb',
				file: 'dai.parquet',
				sheet: 'Dạng dọc',
				sheetName: 'Dạng dọc',
				period: 'Quý I/2023 – Năm 2023 (3 kỳ)',
				time: '06/01/2025 01:30',
				rows: '1.205',
				state: 'Tạm tính',
				note: 'chốt lần 2',
				issues: '2'
			},
			{
				id: '000001-aaaaaaaa',
				file: 'B1.csv',
				sheet: 'B1',
				sheetName: `B1 · ${catalogue.templates[0]?.title.vi}`,
				period: 'Quý IV/2024',
				time: '06/01/2025 01:30',
				rows: '1.205',
				state: 'Chính thức',
				note: '',
				issues: ''
			}
		]);
	});
});

test('a time is that of Viet Nam, to the minute', () => {
	expect(timeWords('2026-11-21T17:05:00.000Z', 'vi')).toBe('22/11/2026 00:05');
	expect(timeWords('2026-11-21T17:05:00.000Z', 'en')).toBe('22 Nov 2026 00:05');
});
