import PptxGenJS from 'pptxgenjs';
import { expect, test } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { OfficePackage } from '#lib/export/office-package.ts';
import { attributeOf, tagsOf } from '#lib/export/office-xml.ts';
import { writePptx } from '#lib/export/write-pptx.ts';
import { smallReport } from '#test/fixtures/reports/small-report.ts';

const at = new Date('2026-11-22T08:00:00Z');
const report = smallReport('vi');
const presentation = 'ppt/presentation.xml';

/** An office's own deck, made by a library that is not ours: a master of its own, and a slide for each of the texts. */
async function officeDeck(texts: readonly string[]): Promise<Uint8Array> {
	const deck = new PptxGenJS();
	deck.layout = 'LAYOUT_4x3';
	deck.defineSlideMaster({
		title: 'OFFICE',
		background: { color: 'FFF8E7' },
		objects: [
			{ text: { text: 'BAN TỔ CHỨC', options: { x: 0.3, y: 0.1, w: 6, h: 0.4 } } },
			{
				placeholder: {
					options: { name: 'title', type: 'title', x: 0.4, y: 0.8, w: 9.2, h: 0.8 },
					text: ''
				}
			}
		]
	});
	for (const text of texts)
		deck.addSlide({ masterName: 'OFFICE' }).addText(text, { x: 1, y: 2, w: 8, h: 1 });
	return new Uint8Array((await deck.write({ outputType: 'uint8array' })) as Uint8Array);
}

/** The texts of the slides in the order in which the deck shows them. */
function shownTexts(parts: OfficePackage): string[] {
	return tagsOf(parts.text(presentation), 'sldId').map((tag) => {
		const xml = parts.text(parts.follow(presentation, attributeOf(tag, 'r:id')!)!);
		return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join('|');
	});
}

async function written(texts: readonly string[]): Promise<OfficePackage> {
	const template = await officeDeck(texts);
	return OfficePackage.open(await writePptx(report, { at, template }))!;
}

test('the report takes the place of the slide that says so; the others stay, filled in', async () => {
	const shown = shownTexts(
		await written(['{{title}} của {{unit}}, {{signer}}', '{{report}}', 'Trân trọng cảm ơn'])
	);
	expect(shown[0]).toBe(
		'Báo cáo kết quả thực hiện các chỉ tiêu của Đảng bộ thành phố Minh Họa, Nguyễn Văn Ưởng'
	);
	expect(shown[1]).toMatch(/^Tóm tắt\|/);
	expect(shown.at(-1)).toBe('Trân trọng cảm ơn');
	expect(shown.join()).not.toContain('{{');
});

test('slides without a placeholder are samples and go, with all that only they led to', async () => {
	const parts = await written(['Trang thử 1', 'Trang thử 2']);
	expect(shownTexts(parts)[0]).toMatch(/^Báo cáo kết quả thực hiện các chỉ tiêu/);
	expect(shownTexts(parts).join()).not.toContain('Trang thử');
	const slides = parts.paths().filter((path) => /^ppt\/slides\//.test(path));
	expect(slides).toHaveLength(shownTexts(parts).length);
	for (const owner of parts.paths())
		for (const { id, isExternal } of parts.relationships(owner))
			if (!isExternal) expect(parts.has(parts.follow(owner, id)!)).toBe(true);
});

test("the office's master stays, and every slide stands on one of its layouts", async () => {
	const template = OfficePackage.open(await officeDeck(['Mẫu']))!;
	const parts = await written(['Mẫu']);
	const master = 'ppt/slideMasters/slideMaster1.xml';
	expect(parts.text(master)).toBe(template.text(master));
	expect(tagsOf(parts.text(presentation), 'sldSz')).toEqual(
		tagsOf(template.text(presentation), 'sldSz')
	);
	for (const path of parts.paths().filter((each) => /^ppt\/slides\//.test(each)))
		expect(parts.followType(path, '/slideLayout')).toMatch(/slideLayout2\.xml$/);
});

test('a file that is no presentation, and one with macros, are refused in words', async () => {
	const refusal = async (template: Uint8Array): Promise<string> => {
		const failure: unknown = await writePptx(report, { at, template }).catch(
			(error: unknown) => error
		);
		return failure instanceof AppError ? failure.code : 'none';
	};
	expect(await refusal(new TextEncoder().encode('no archive'))).toBe('slides.no-template');
	const macros = OfficePackage.open(await officeDeck(['Mẫu']))!;
	macros.add({
		path: 'ppt/vbaProject.bin',
		content: new Uint8Array(4),
		contentType: 'application/vnd.ms-office.vbaProject'
	});
	expect(await refusal(macros.save(at))).toBe('slides.macros');
});
