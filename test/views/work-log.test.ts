import { describe, expect, it } from 'vitest';
import { diagnosisText } from '#lib/views/diagnosis.ts';
import { logKinds, logLines, logRows } from '#lib/views/work-log.ts';

const entries = [
	{ at: '2026-11-22T01:05:00Z', what: 'submitted', names: ['Quý 3.csv'], count: 1, figures: 1234 },
	{ at: '2026-11-22T02:05:00Z', what: 'exported', names: ['báo cáo.docx'], count: 1 },
	{ at: '2026-11-22T03:05:00Z', what: 'from-the-future', names: [], count: 2 }
];

describe('the lines of the log', () => {
	it('are the newest first, in words, with what a newer version wrote as it stands', () => {
		expect(logLines(entries, { language: 'vi' })).toEqual([
			{ time: '22/11/2026 10:05', what: 'from-the-future', names: '', count: '2', figures: '' },
			{
				time: '22/11/2026 09:05',
				what: 'Xuất tệp',
				names: 'báo cáo.docx',
				count: '1',
				figures: ''
			},
			{ time: '22/11/2026 08:05', what: 'Nộp', names: 'Quý 3.csv', count: '1', figures: '1.234' }
		]);
	});

	it('are found by kind, and by part of a name without accents', () => {
		const found = (choice: object): string[] =>
			logLines(entries, { ...choice, language: 'en' }).map(({ names }) => names);
		expect(found({ what: 'submitted' })).toEqual(['Quý 3.csv']);
		expect(found({ search: 'BAO CAO' })).toEqual(['báo cáo.docx']);
		expect(found({ search: 'submitted' })).toEqual(['Quý 3.csv']);
		expect(found({ search: 'nothing' })).toEqual([]);
	});

	it('go into a table with its header', () => {
		const rows = logRows(logLines(entries.slice(0, 1), { language: 'en' }), 'en');
		expect(rows).toEqual([
			['Time', 'What', 'Files', 'Items', 'Figures'],
			['22 Nov 2026 08:05', 'Submitted', 'Quý 3.csv', '1', '1,234']
		]);
	});

	it('are offered by the kinds that are there', () => {
		expect(logKinds(entries, 'en').map(({ words }) => words)).toEqual([
			...['Exported', 'from-the-future', 'Submitted']
		]);
	});
});

describe('a diagnosis', () => {
	it('is a line for each fact, with a question mark for what is not known', () => {
		const counts = { submissions: 1, damaged: 0, figures: 2, periods: 1, units: 6 };
		const text = diagnosisText({
			...{ version: '1', browser: 'Chromium', language: 'vi', at: '2026-11-22T00:00:00Z' },
			...{ phase: 'ready', isKept: true, used: undefined },
			...{ ...counts, organisations: 0, catalogues: 0, logged: 1, problems: [] }
		});
		expect(text.split('\n').slice(0, 2)).toEqual(['Thước Đo', 'version: 1']);
		expect(text).toContain('used: ?');
		expect(text).toContain('problems: -');
	});
});
