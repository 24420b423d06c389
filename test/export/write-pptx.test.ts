import { expect, test } from 'vitest';
import { OfficePackage } from '#lib/export/office-package.ts';
import { attributeOf, tagsOf } from '#lib/export/office-xml.ts';
import { writePptx } from '#lib/export/write-pptx.ts';
import { smallReport } from '#test/fixtures/reports/small-report.ts';

const at = new Date('2026-11-22T08:00:00Z');
const report = smallReport('vi');
const bytes = await writePptx(report, { at });
const deck = OfficePackage.open(bytes)!;
const presentation = 'ppt/presentation.xml';

/** The slides in the order in which the deck shows them. */
function slidesOf(parts: OfficePackage): string[] {
	return tagsOf(parts.text(presentation), 'sldId').map((tag) =>
		parts.follow(presentation, attributeOf(tag, 'r:id')!)!
	);
}

/** What the shape of that placeholder says. */
function textIn(xml: string, placeholder: string): string {
	const shapes = xml.match(/<p:sp>.*?<\/p:sp>/gs) ?? [];
	const shape = shapes.find((each) => each.includes(`<p:ph ${placeholder}`)) ?? '';
	return [...shape.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join('');
}

const slides = slidesOf(deck);

test('every slide has its title in the placeholder, so that the outline shows them all', () => {
	const titles = slides.map((path, place) =>
		textIn(deck.text(path), place === 0 ? 'type="ctrTitle"' : 'type="title"')
	);
	expect(titles).toEqual([
		'Báo cáo kết quả thực hiện các chỉ tiêu',
		'Tóm tắt',
		'Kết quả so với chỉ tiêu',
		'Tổ chức cơ sở đảng (1/4)',
		'Tổ chức cơ sở đảng (2/4)',
		'Tổ chức cơ sở đảng (3/4)',
		'Tổ chức cơ sở đảng (4/4)'
	]);
});

test('every slide but the first has its number and says what it is of', () => {
	for (const path of slides.slice(1)) {
		const xml = deck.text(path);
		expect(xml).toContain('type="slidenum"');
		expect(textIn(xml, 'type="ftr"')).toBe('Đảng bộ thành phố Minh Họa · quý III/2026');
	}
});

test('charts are native, say in words what they show, and hold their data in a workbook', () => {
	const charts = slides.flatMap((path) =>
		deck
			.relationships(path)
			.filter(({ type }) => type.endsWith('/chart'))
			.map(({ id }) => ({ slide: deck.text(path), id, part: deck.follow(path, id)! }))
	);
	expect(charts).toHaveLength(4);
	for (const { slide, id, part } of charts) {
		expect(slide).toContain(`r:id="${id}"`);
		expect(deck.followType(part, '/package')).toMatch(/^ppt\/embeddings\/.*\.xlsx$/);
	}
	const descriptions = slides.flatMap((path) =>
		tagsOf(deck.text(path), 'cNvPr').map((tag) => attributeOf(tag, 'descr'))
	);
	expect(descriptions).toContain(
		'Bốn đơn vị: 1 đạt, 1 chưa đạt, 1 chưa đủ căn cứ, 1 không có số liệu.'
	);
});

test('a chart keeps the values of the report at full precision', () => {
	const [path] = deck.paths().filter((each) => each.startsWith('ppt/charts/'));
	const values = [...deck.text(path!).matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => value);
	expect(values).toContain('0.9242424242424242');
});

test('the notes hold the sentences whole, with their codes', () => {
	const notes = deck.followType(slides[1]!, '/notesSlide')!;
	expect(textIn(deck.text(notes), 'type="body"')).toContain(
		'Đến quý III/2026, tổ chức đảng đạt 92,42%; thiếu nhiều nhất: Phường Quảng Ngạnh.'
	);
});

test('the letters in brackets are explained on the slide that they stand on', () => {
	const table = deck.text(slides[2]!);
	expect(table).toContain('[p] số tạm tính; [x] không áp dụng; [c] che để bảo vệ cá nhân');
	expect(deck.text(slides[1]!)).not.toContain('[p] số tạm tính');
});

test('a text like a formula or like markup stays text', () => {
	expect(deck.text(slides[1]!)).toContain('<a:t>=1+1</a:t>');
	expect(deck.text(slides[1]!)).toContain('33,30% &amp; vượt mức &lt;30%&gt;.');
});

test('the same report at the same time has the same bytes', async () => {
	expect(await writePptx(smallReport('vi'), { at })).toEqual(bytes);
});

test('a table on a slide says what the report says, cell by cell', () => {
	const cells = (deck.text(slides[2]!).match(/<a:tc>.*?<\/a:tc>/gs) ?? []).map((cell) =>
		[...cell.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join('')
	);
	expect(cells.slice(0, 6)).toEqual([
		...['Đơn vị', 'Tử số', 'Mẫu số', 'Tỷ lệ', 'Trạng thái', 'So với kỳ trước']
	]);
	expect(cells).toContain('92,42% [p]');
	expect(cells).toContain('&lt; 5 [c]');
	expect(cells).toContain('−2,27');
});
