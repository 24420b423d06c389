import { describe, expect, it } from 'vitest';
import { paperLines, paperSections } from '#lib/views/report-paper.ts';
import { reportProfile } from '#lib/views/report-profile.ts';
import type { Report, ReportSection } from '#lib/views/report.ts';
import { smallReport } from '#test/fixtures/reports/small-report.ts';

const profile = reportProfile('party');

describe('a report on paper', () => {
	it('counts its headings within the one above, and its tables and charts through', () => {
		const report = smallReport('vi');
		const table = report.sections
			.flatMap(({ blocks }) => blocks)
			.find(({ kind }) => kind === 'table')!;
		const section = (title: string, level: ReportSection['level']): ReportSection => ({
			...{ id: title, title, level },
			blocks: [table]
		});
		const sections = [
			...[section('Tóm tắt', 1), section('Chỉ tiêu', 1), section('Nữ', 2), section('Trẻ', 2)],
			section('Nhiệm vụ', 1),
			section('Chậm', 2)
		];
		const paper = paperSections({ ...report, sections }, profile);
		expect(paper.map(({ heading }) => heading)).toEqual([
			...['I- Tóm tắt', 'II- Chỉ tiêu', '1. Nữ', '2. Trẻ', 'III- Nhiệm vụ', '1. Chậm']
		]);
		const captions = paper.flatMap(({ blocks }) => blocks.map(({ caption }) => caption));
		expect(captions.map((caption) => caption?.slice(0, 7))).toEqual([
			...['Biểu 1.', 'Biểu 2.', 'Biểu 3.', 'Biểu 4.', 'Biểu 5.', 'Biểu 6.']
		]);
	});

	it('explains under a table the letters that stand in it, and no others', () => {
		const report = smallReport('vi');
		const paper = paperSections(report, profile).flatMap(({ blocks }) => blocks);
		const tables = paper.filter(({ block }) => block.kind === 'table');
		const found = tables.map(({ letters }) => letters?.map(({ letter }) => letter).join(''));
		const standing = tables.map(({ block }) => {
			const rows = block.kind === 'table' ? block.table.rows : [];
			const cells = rows.flatMap((row) => row.cells.flatMap(({ letters = [] }) => letters));
			return report.letters
				.map(({ letter }) => letter)
				.filter((letter) => cells.includes(letter))
				.join('');
		});
		expect(found).toEqual(standing);
		expect(found.some(Boolean)).toBe(true);
	});

	it('leaves blanks where nobody entered anything', () => {
		const report: Report = smallReport('vi');
		const lines = paperLines(profile.letterhead.left, report, profile).map(({ text }) => text);
		expect(lines.slice(0, 2)).toEqual(['ĐẢNG BỘ THÀNH PHỐ MINH HỌA', 'BAN TỔ CHỨC']);
		expect(lines.at(-1)).toBe(`Số ${profile.blank}-BC/${profile.blank}`);
	});
});
