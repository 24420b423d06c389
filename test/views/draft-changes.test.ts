import { describe, expect, test } from 'vitest';
import { progressMeasure } from '#lib/base/progress.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import {
	type CellChanges,
	changeCounts,
	changeLines,
	changesNotListed
} from '#lib/views/draft-changes.ts';

const catalogue = productCatalogue();
const since = { kind: 'Phường', level: 'xa' };
const tree = createUnitTree([
	{ code: 'MH01', name: 'Phường Cũ', ...since, validFrom: '2020-01-01', validTo: '2025-06-30' },
	{ code: 'MH01', name: 'Phường Mới', ...since, validFrom: '2025-07-01' }
]);
const changes: CellChanges = {
	added: 0,
	changed: 1250,
	removed: 1,
	same: 40,
	cells: [
		{ unit: 'MH01', period: '2024-Q4', measure: 'b1.xl', before: 1200n, after: 1301n },
		{ unit: 'MH01', period: '2025-Q4', measure: 'b1.xl', before: 0n, after: undefined },
		{ unit: 'MH09', period: '2025-Q4', measure: 'b9.la', before: 'not-applicable', after: 3n }
	]
};

test('the kinds of change that occur are counted', () => {
	expect(changeCounts(changes, 'vi')).toEqual([
		...['1.250 ô đổi', '1 ô bỏ trống', '40 ô giữ nguyên']
	]);
});

describe('changeLines', () => {
	test('name unit, period and measure, and keep zero, "x" and nothing apart', () => {
		const measure = catalogue.templates[0]?.measures.find(({ id }) => id === 'b1.xl')?.name.vi;
		const [before, after] = ['Quý IV/2024', 'Quý IV/2025'];
		expect(changeLines(changes, { catalogue, tree, language: 'vi' })).toEqual([
			{ unit: 'Phường Cũ', period: before, measure, before: '1.200', after: '1.301' },
			{ unit: 'Phường Mới', period: after, measure, before: '0', after: '–' },
			{ unit: 'MH09', period: after, measure: 'b9.la', before: 'x', after: '3' }
		]);
	});
});

test('what B8 changes is told by its code, in words and days', () => {
	const place = { unit: 'MH01', period: '2024-H1' };
	const said = (part: 'state' | 'day' | 'done', before: bigint | undefined, after: bigint) => {
		const measure = progressMeasure('vt-report-6m', part);
		return { ...place, measure, before, after };
	};
	const cells = [said('state', 5n, 4n), said('day', undefined, 20240616n), said('done', 0n, 1n)];
	const undertakings = [{ id: 'vt-report-6m', name: { vi: 'Báo cáo 6 tháng', en: 'Report' } }];
	const named = { ...catalogue, undertakings: undertakings as Catalogue['undertakings'] };
	const told = { ...changes, cells };
	const lines = changeLines(told, { catalogue: named, tree, language: 'vi' });
	expect(lines.map(({ measure, before, after }) => [measure, before, after])).toEqual([
		['vt-report-6m · Báo cáo 6 tháng – Trạng thái', 'Nộp muộn', 'Nộp đúng hạn'],
		['vt-report-6m · Báo cáo 6 tháng – Ngày nộp/ hoàn thành', '–', '16/06/2024'],
		['vt-report-6m · Báo cáo 6 tháng – Thực hiện', '0', '1']
	]);
	const unnamed = { ...catalogue, undertakings: [] };
	const [line] = changeLines(told, { catalogue: unnamed, tree, language: 'en' });
	expect([line?.measure, line?.before]).toEqual(['vt-report-6m – State', 'Submitted late']);
});

test('the cells beyond those listed are counted', () => {
	expect(changesNotListed(changes)).toBe(1248);
});
