import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { productDeadlines } from '#lib/catalogue/load-deadlines.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { guideOf } from '#lib/views/guide.ts';
import type { GuideBlock } from '#lib/views/guide-block.ts';
import { GUIDE_TEXT, PICTURE_SIZES } from '#lib/views/guide-text.ts';
import { STATUS_ORDER } from '#lib/views/status-look.ts';

const ground = {
	catalogue: productCatalogue(),
	deadlines: productDeadlines(),
	settings: { ...productSettings(), missingTolerancePercent: 35 }
};
const guide = guideOf(ground, 'vi');
const blocks = guide.flatMap(({ parts }) => parts.flatMap((part) => part.blocks));

function blocksOf(anchor: string): GuideBlock[] {
	const parts = guide.flatMap((chapter) => chapter.parts);
	return parts.filter((part) => part.anchor === anchor).flatMap((part) => part.blocks);
}

describe('guideOf', () => {
	it('tells what to prepare for each of the eight sheets, from the catalogue', () => {
		const sheets = guide.find(({ section }) => section === 'sheets');
		expect(
			sheets?.parts.filter(({ anchor }) => /-b\d$/.test(anchor)).map(({ title }) => title)
		).toEqual(ground.catalogue.templates.map(({ id, title }) => `${id}. ${title.vi}`));
		const table = blocksOf('sheets-b1').find(({ kind }) => kind === 'columns');
		expect(table?.kind === 'columns' && table.rows.slice(4, 6)).toEqual([
			{
				id: 'b1.xl',
				header: 'Số TCCSĐ được đánh giá, xếp loại',
				counts: 'Tổ chức cơ sở đảng được đánh giá, xếp loại',
				time: 'chốt năm',
				isOptional: false
			},
			{
				id: 'b1.xs',
				header: 'HTXSNV',
				counts: 'Tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ',
				time: 'chốt năm',
				isOptional: false
			}
		]);
	});

	it('says when a sheet is due, and who says so', () => {
		expect(blocksOf('sheets-b5')[0]).toEqual({
			kind: 'text',
			runs: [
				{
					text: 'B5: hằng năm, trước ngày 15/12 (Kế hoạch 256-KH/TU, mục VI.2; Chương trình hành động của Thành ủy Đà Nẵng, mục III.10).',
					isStrong: false
				}
			]
		});
	});

	it('explains every status', () => {
		const statuses = blocks.find((block) => block.kind === 'statuses');
		expect(statuses?.kind === 'statuses' && statuses.items.map(({ look }) => look.status)).toEqual(
			STATUS_ORDER
		);
	});

	it('takes settings from where they are set', () => {
		const points = blocksOf('range').find(({ kind }) => kind === 'points');
		expect(points?.kind === 'points' && points.items[0]?.[0]?.text).toContain('35%');
	});

	it('tells words that stand on the screen from its own', () => {
		expect(blocksOf('sheets-load')[0]).toMatchObject({
			items: expect.arrayContaining([
				[
					{ text: 'Chọn chính thức hoặc tạm tính, ghi chú nếu cần, bấm ', isStrong: false },
					{ text: 'Nộp', isStrong: true },
					{ text: '. Chưa bấm thì chưa có gì được lưu.', isStrong: false }
				]
			]) as unknown
		});
	});

	it('lists its terms as a Vietnamese dictionary does', () => {
		const terms = blocksOf('glossary').find(({ kind }) => kind === 'terms');
		const names = terms?.kind === 'terms' ? terms.items.map(({ term }) => term) : [];
		expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare));
	});

	it('leads only to sections that there are', () => {
		const written = Object.values(GUIDE_TEXT).flatMap((parts) =>
			parts.flatMap((part) => part.blocks)
		);
		const named = written.flatMap(({ see = [] }) => see);
		expect(named.filter((section) => !(section in GUIDE_TEXT))).toEqual([]);
	});

	it('shows a picture in each language wherever it names one', () => {
		const written = Object.values(GUIDE_TEXT).flatMap((parts) =>
			parts.flatMap((part) => part.blocks)
		);
		const named = written.flatMap(({ picture }) => picture ?? []);
		expect([...new Set(named)].sort()).toEqual(Object.keys(PICTURE_SIZES).sort());
		const files = named.flatMap((name) =>
			['vi', 'en'].map((each) => `static/guide/${name}-${each}.webp`)
		);
		expect(files.filter((file) => !existsSync(file))).toEqual([]);
	});

	it('has an address of its own for every part with a title', () => {
		const titled = guide.flatMap(({ section, parts }) => [
			section,
			...parts.filter(({ title }) => title !== undefined).map(({ anchor }) => anchor)
		]);
		expect(new Set(titled).size).toBe(titled.length);
	});

	it('says everything in both languages', () => {
		const silent: string[] = [];
		JSON.stringify(GUIDE_TEXT, (key, value: unknown) => {
			if ((key === 'vi' || key === 'en') && (typeof value !== 'string' || value.trim() === ''))
				silent.push(key);
			return value;
		});
		expect(silent).toEqual([]);
		expect(guideOf(ground, 'en').map(({ parts }) => parts.length)).toEqual(
			guide.map(({ parts }) => parts.length)
		);
	});
});
