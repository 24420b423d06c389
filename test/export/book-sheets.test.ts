import { expect, test } from 'vitest';
import { bookSheets } from '#lib/export/book-sheets.ts';
import type { ReportSection } from '#lib/views/report.ts';
import { smallReport } from '#test/fixtures/reports/small-report.ts';

const report = smallReport('vi');

/** The names of the sheets of a report whose summary has so many sentences. */
function sheetsWith(sentences: number): string[] {
	const items = Array.from({ length: sentences }, (_, at) => [{ text: `Chỉ tiêu ${at}.` }]);
	const summary: ReportSection = {
		...{ id: 'summary', title: 'Tóm tắt', level: 1 },
		blocks: [{ kind: 'list', items }]
	};
	const others = report.sections.filter(({ id }) => id !== 'summary');
	return bookSheets({ ...report, sections: [summary, ...others] }).map(({ name }) => name);
}

test('a short summary shares the first sheet with the table of targets, a long one has its own', () => {
	expect(sheetsWith(4)).toEqual(['Tổng hợp', '1. Tổ chức cơ sở đảng']);
	expect(sheetsWith(40)).toEqual(['Tổng hợp', '1. Tóm tắt', '2. Tổ chức cơ sở đảng']);
});
