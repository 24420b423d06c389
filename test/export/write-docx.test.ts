import { expect, test } from 'vitest';
import { OfficePackage } from '#lib/export/office-package.ts';
import { writeDocx } from '#lib/export/write-docx.ts';
import type { Report } from '#lib/views/report.ts';
import { reportProfile } from '#lib/views/report-profile.ts';
import { largeReport } from '#test/fixtures/reports/large-report.ts';
import { smallReport } from '#test/fixtures/reports/small-report.ts';

const at = new Date('2026-11-21T03:04:06Z');

async function written(report: Report, profile = 'party'): Promise<OfficePackage> {
	return OfficePackage.open(await writeDocx(report, { profile: reportProfile(profile), at }))!;
}

const vi = await written(smallReport('vi'));
const body = vi.text('word/document.xml');

/** The paragraphs of a document: their styles and their words. */
function paragraphs(xml: string): { style: string; text: string }[] {
	return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => ({
		style: /<w:pStyle w:val="(\w+)"/.exec(inner)?.[1] ?? '',
		text: [...inner.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words).join('')
	}));
}

function textsOf(xml: string, style: string): string[] {
	return paragraphs(xml)
		.filter((each) => each.style === style)
		.map(({ text }) => text);
}

test('the letterhead, the title and the signature say what the office filled in, and leave room for the rest', () => {
	expect(textsOf(body, 'ReportLetterhead').filter(Boolean)).toEqual([
		'ĐẢNG BỘ THÀNH PHỐ MINH HỌA',
		'BAN TỔ CHỨC',
		'*',
		'Số ……-BC/……',
		'ĐẢNG CỘNG SẢN VIỆT NAM',
		'Minh Họa, ngày …… tháng …… năm ……',
		'……',
		'……',
		'Nguyễn Văn Ưởng'
	]);
	expect([...textsOf(body, 'Title'), ...textsOf(body, 'Subtitle')]).toEqual([
		'Báo cáo',
		'Kết quả thực hiện các chỉ tiêu',
		'Đảng bộ thành phố Minh Họa · quý III/2026',
		'-----'
	]);
	expect(textsOf(body, 'ReportRecipients')).toEqual(['Nơi nhận:', '- ……', '- Lưu …….']);
});

test('sections have headings that Word counts itself, as the layout has it', () => {
	expect([...textsOf(body, 'Heading1'), ...textsOf(body, 'Heading2')]).toEqual([
		'Tóm tắt',
		'Kết quả so với chỉ tiêu',
		'Từng chỉ tiêu',
		'Tổ chức cơ sở đảng'
	]);
	expect(vi.text('word/numbering.xml')).toContain('<w:lvlText w:val="%1-"/>');
	expect(vi.text('word/numbering.xml')).toContain('<w:lvlText w:val="%2."/>');
});

test('a heading of the third level counts with the letters of Vietnamese', async () => {
	const report = smallReport('vi');
	const third = ['a', 'b', 'c', 'd', 'đ'].map((title) => ({
		id: `indicator:${title}`,
		title,
		level: 3 as const,
		blocks: []
	}));
	const { sections } = report;
	const word = await written({ ...report, sections: [...sections, ...third] });
	expect(textsOf(word.text('word/document.xml'), 'Heading3')).toEqual([
		'a) a',
		'b) b',
		'c) c',
		'd) d',
		'đ) đ'
	]);
});

test('a table repeats its header, splits no row, numbers its rows and sets codes below their names', () => {
	const rows = [...body.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
	const inTable = rows.filter((row) => row.includes('ReportTable'));
	expect(inTable.map((row) => row.includes('<w:cantSplit/>'))).toEqual([true, true, true, true]);
	expect(inTable.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false, false, false]);
	expect(inTable.map((row) => paragraphs(row).map(({ text }) => text))).toEqual([
		['STT', 'Đơn vị', 'Mã', 'Tử số', 'Mẫu số', 'Tỷ lệ', 'Trạng thái', 'So với kỳ trước'],
		expect.arrayContaining(['', 'Đảng bộ thành phố Minh Họa', '1.220', '1.320', '92,42% [p]']),
		expect.arrayContaining(['1', 'Phường Quảng Ngạnh', '&lt; 5 [c]', '12', '[c]']),
		expect.arrayContaining(['1.1', '=HYPERLINK(&quot;x&quot;)', '0', '0', '[x]'])
	]);
});

test('every chart is native, says what it shows, and is kept with its caption', () => {
	const charts = vi.paths().filter((path) => /^word\/charts\/chart\d+\.xml$/.test(path));
	expect(charts).toHaveLength(4);
	expect(body).not.toContain('\u2045');
	expect(body).toContain(
		'descr="Bốn đơn vị: 1 đạt, 1 chưa đạt, 1 chưa đủ căn cứ, 1 không có số liệu."'
	);
	const captions = [
		...body.matchAll(/<w:p><w:pPr><w:pStyle w:val="(?:ReportChart|Caption)"\/>.*?<\/w:pPr>/g)
	];
	expect(captions).toHaveLength(9);
	expect(captions.every(([settings]) => settings.includes('<w:keepNext/>'))).toBe(true);
});

test('the letters in brackets are explained at the foot of every page', () => {
	const feet = vi.paths().filter((path) => /^word\/footer\d+\.xml$/.test(path));
	expect(feet.map((path) => textsOf(vi.text(path), 'ReportFoot'))).toEqual(
		feet.map(() => [
			'[p] số tạm tính · [r] số đã sửa sau báo cáo trước · [b] gián đoạn chuỗi số liệu · [x] không áp dụng · [c] che để bảo vệ cá nhân'
		])
	);
});

test('the same report at the same time gives the same bytes', async () => {
	const profile = reportProfile('state');
	const [one, other] = [
		await writeDocx(smallReport('en'), { profile, at }),
		await writeDocx(smallReport('en'), { profile, at })
	];
	expect(one).toEqual(other);
	expect(OfficePackage.open(one)!.text('docProps/core.xml')).toContain(
		'>2026-11-21T03:04:06Z</dcterms:created>'
	);
});

test('a state document ends its last sentence with "./."', async () => {
	const report = smallReport('vi');
	const last: Report['sections'][number] = {
		id: 'tasks',
		title: 'Nhiệm vụ',
		level: 1,
		blocks: [
			{ kind: 'paragraph', parts: [{ text: 'Còn 2 nhiệm vụ.' }, { text: ' [X]', role: 'code' }] }
		]
	};
	const word = await written({ ...report, sections: [...report.sections, last] }, 'state');
	expect(textsOf(word.text('word/document.xml'), 'BodyText').at(-1)).toBe('Còn 2 nhiệm vụ./. [X]');
});

test('a report of forty indicators over sixty units is written whole', async () => {
	const word = await written(largeReport());
	const text = word.text('word/document.xml');
	expect(text.match(/<w:tblHeader\/>/g)).toHaveLength(41);
	expect(text.match(/<w:cantSplit\/>/g)!.length).toBeGreaterThan(40 * 61);
	expect(word.paths().filter((path) => path.startsWith('word/charts/'))).toHaveLength(84);
	expect(text).not.toContain('\u2045');
});
