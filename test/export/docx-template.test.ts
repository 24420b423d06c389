import { Paragraph } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fillPlaces, placesIn } from '#lib/export/docx-placeholders.ts';
import { OfficePackage } from '#lib/export/office-package.ts';
import { writeDocx } from '#lib/export/write-docx.ts';
import type { Report, ReportTable } from '#lib/views/report.ts';
import { reportProfile } from '#lib/views/report-profile.ts';
import { smallReport } from '#test/fixtures/reports/small-report.ts';
import { officeTemplate } from '#test/office/office-template.ts';

const at = new Date('2026-11-21T03:04:06Z');
const profile = reportProfile('party');
const report = smallReport('vi');

async function on(template: Uint8Array, what: Report = report): Promise<OfficePackage> {
	return OfficePackage.open(await writeDocx(what, { profile, at, template }))!;
}

/** The words of each paragraph of a part, with the id of its style. */
function lines(xml: string): string[] {
	return [...xml.matchAll(/<w:p(?=[ >])(?:(?!<w:p[ >]).)*?<\/w:p>/gs)].map(([paragraph]) => {
		const style = /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1] ?? '';
		const words = [...paragraph.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join('');
		return style ? `${style}: ${words}` : words;
	});
}

const word = await on(await officeTemplate());
const body = lines(word.text('word/document.xml'));

test('placeholders are filled where they stand, those split into runs in the look of the first', () => {
	expect(body[0]).toBe(
		'VỀ: Báo cáo kết quả thực hiện các chỉ tiêu (Đảng bộ thành phố Minh Họa · quý III/2026)'
	);
	expect(body.at(-1)).toBe('Người ký: Nguyễn Văn Ưởng; số: …….');
	const heads = word.paths().filter((path) => /header|footer/.test(path));
	expect(heads.flatMap((path) => lines(word.text(path))).toSorted()).toEqual([
		'Lập ngày 21/11/2026',
		'VĂN PHÒNG BAN TỔ CHỨC',
		'Đảng bộ thành phố Minh Họa – Quý III/2026'
	]);
});

test('sections stand in the place of {{report}}, in the styles of the office where it has them', () => {
	expect(body.filter((line) => /^(u1|Heading2): /.test(line))).toEqual([
		'u1: Căn cứ',
		'u1: Tóm tắt',
		'u1: Kết quả so với chỉ tiêu',
		'u1: Từng chỉ tiêu',
		'Heading2: Tổ chức cơ sở đảng'
	]);
	expect(word.text('word/styles.xml')).toContain('<w:name w:val="Report table text"/>');
	expect(body.join()).not.toContain('{{');
});

test('headings that count themselves in the office’s document are not counted twice', () => {
	const headings = [
		...word.text('word/document.xml').matchAll(/<w:pStyle w:val="(u1|Heading2)"\/>(.*?)<\/w:pPr>/gs)
	];
	expect(headings.map(([, style, rest = '']) => `${style} ${rest.includes('<w:numPr>')}`)).toEqual([
		'u1 true',
		'u1 false',
		'u1 false',
		'u1 false',
		'Heading2 true'
	]);
});

test('the letters in brackets are explained under each table, as the feet of the pages are the office’s', () => {
	expect(body).toContain(
		'ReportSource: Nguồn: 12 lượt nộp, mới nhất 20/10/2026; 5/6 đơn vị đã báo cáo. [p] số tạm tính. [x] không áp dụng. [c] che để bảo vệ cá nhân.'
	);
});

test('a document without a placeholder gets title, sections and signature at its end', async () => {
	const bare = await officeTemplate([new Paragraph('Kính gửi: Thành ủy')], { isBare: true });
	const added = lines((await on(bare)).text('word/document.xml'));
	expect(added[0]).toBe('Kính gửi: Thành ủy');
	expect(added).toContain('Title: Báo cáo');
	expect(added).toContain('u1: Tóm tắt');
	expect(added).toContain('ReportLetterhead: Nguyễn Văn Ưởng');
});

test('a table too wide for the office’s page stands on such a page turned, with its headers', async () => {
	const wide: ReportTable = {
		caption: 'Bảng điểm',
		columns: Array.from({ length: 14 }, (_, place) => ({
			title: place === 0 ? 'Đơn vị' : `Chỉ tiêu ${place}`,
			align: place === 0 ? ('left' as const) : ('right' as const),
			width: 1
		})),
		rows: [{ depth: 0, cells: Array.from({ length: 14 }, () => ({ text: '100,00%' })) }]
	};
	const section = { id: 'scorecard', title: 'Bảng điểm', level: 1 as const };
	const sections = [
		...report.sections.slice(0, 1),
		{ ...section, blocks: [{ kind: 'table' as const, table: wide }] },
		...report.sections.slice(1)
	];
	const pages = [
		...(await on(await officeTemplate(), { ...report, sections }))
			.text('word/document.xml')
			.matchAll(/<w:sectPr(?=[ >]).*?<\/w:sectPr>/gs)
	].map(([page]) => ({
		size: /<w:pgSz[^>]*>/.exec(page)?.[0],
		first: page.includes('<w:titlePg'),
		headers: [...page.matchAll(/<w:headerReference/g)].length
	}));
	expect(pages).toEqual([
		{ size: '<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>', first: true, headers: 2 },
		{ size: '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>', first: false, headers: 2 },
		{ size: '<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>', first: false, headers: 2 }
	]);
});

test.each([
	['bytes that are no archive', strToU8('không phải Word'), 'word.no-template'],
	['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), 'word.no-template'],
	['a document with macros', await withMacros(), 'word.macros']
])('%s is refused in words', async (_, template, code) => {
	await expect(writeDocx(report, { profile, at, template })).rejects.toMatchObject({ code });
});

async function withMacros(): Promise<Uint8Array> {
	const document = OfficePackage.open(await officeTemplate())!;
	document.add({
		path: 'word/vbaProject.bin',
		content: new Uint8Array([1]),
		contentType: 'application/vnd.ms-office.vbaProject'
	});
	return document.save(at);
}

test('what a field holds is never taken for markup, and its lines are kept', () => {
	const part = '<w:p><w:r><w:t>a {{ recipients }} b {{none}}</w:t></w:r></w:p>';
	const fields = { recipients: 'A & <B>\nC' };
	expect(placesIn(part)).toEqual(new Set(['recipients', 'none']));
	expect(fillPlaces(part, { ...report.head, fields })).toBe(
		'<w:p><w:r><w:t xml:space="preserve">a A &amp; &lt;B&gt;</w:t><w:br/><w:t xml:space="preserve">C b ……</w:t></w:r></w:p>'
	);
});
