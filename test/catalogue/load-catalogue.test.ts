import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Catalogue, Check, Indicator, OverTime } from '#lib/catalogue/catalogue.ts';
import {
	columnSheetsOf,
	documentOf,
	indicatorOf,
	measuresOf,
	targetsOf
} from '#lib/catalogue/find-in-catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';

/** The columns of the forms, code → header by sheet, and the numeric targets of the documents. */
const columns = fixture('columns.json') as Record<string, Record<string, string>>;
const targets = fixture('targets.json') as { id: string }[];

const catalogue = productCatalogue();
const measures = measuresOf(catalogue);

describe('the sheets', () => {
	it.each(Object.entries(columns))('of %s carry every column of the form', (sheet, expected) => {
		const template = catalogue.templates.find(({ id }) => id === sheet);
		const { measures = [], attributes = [], percentages = [] } = template ?? {};
		const coded = [...measures, ...attributes].map(({ id, header }) => [id, header]);
		const found = [...coded, ...percentages.map(({ header }) => ['percentage', header])];
		const named = Object.entries(expected).map(([code, header]) =>
			code === '(tính)' ? ['percentage', header] : [`${sheet.toLowerCase()}.${code}`, header]
		);
		expect(found.sort()).toEqual(named.sort());
	});

	it('have 10, 19, 15, 21, 7, 18 and 17 measures', () => {
		expect(columnSheetsOf(catalogue).map(({ measures }) => measures.length)).toEqual([
			10, 19, 15, 21, 7, 18, 17
		]);
	});

	it('keep the measures in the order of the columns', () => {
		for (const { id: sheet, measures } of columnSheetsOf(catalogue)) {
			const order = Object.keys(columns[sheet] ?? {});
			const places = measures.map(({ id }) => order.indexOf(id.slice(3)));
			expect(places, sheet).toEqual(places.toSorted((a, b) => a - b));
		}
	});

	it('name the column before every measure whose header says only a part', () => {
		for (const { measures } of catalogue.templates) {
			for (const [index, { id, partOf }] of measures.entries()) {
				if (partOf) expect([id, partOf]).toEqual([id, measures[index - 1]?.id]);
			}
		}
	});

	it('mark what may point at a person: rotation, appointments, disciplinary cases', () => {
		const marked = [...measures.values()].filter(({ smallCell }) => smallCell).map(({ id }) => id);
		expect(marked).toEqual([
			...['b6.lc_kh', 'b6.lc_th', 'b6.bn_uc', 'b6.bn_uc_bd'],
			...['b7.vv_tcd', 'b7.vv_tcd_xl', 'b7.vv_dv', 'b7.vv_dv_xl']
		]);
	});

	it('mark what no target needs, and neither what an indicator counts nor a level of rating', () => {
		const context = [...measures.values()].filter((each) => each.context).map(({ id }) => id);
		const counted = new Set(
			catalogue.indicators.flatMap(({ numerator, denominator }) => [...numerator, ...denominator])
		);
		expect(context.filter((id) => counted.has(id))).toEqual([]);
		expect(context.map((id) => id.slice(0, 2)).join(' ')).toBe(
			`${'b1 '.repeat(4)}${'b2 '.repeat(11)}b3 ${'b4 '.repeat(3)}b5`
		);
	});

	it('say how the quarters of each measure make a year', () => {
		const byRule = (rule: OverTime): string[] =>
			[...measures.values()].filter(({ overTime }) => overTime === rule).map(({ id }) => id);
		expect(byRule('sum')).toEqual(['b2.kn']);
		expect(byRule('year')).toEqual([
			...['b1.xl', 'b1.xs', 'b1.tot', 'b1.ht', 'b1.kht', 'b1.chua_xl'],
			...['b2.dv_xl', 'b2.dv_xs', 'b2.dv_tot', 'b2.dv_ht', 'b2.dv_kht', 'b2.dv_mien'],
			...['b8/dn-2025-dti-top3/th', 'b8/dn-2023-rotation-swap/th', 'b8/dn-2023-rotation-swap/kh'],
			...['b8/vt-annual-thematic-supervision/th'],
			...['b8/vt-court-reversal-rate/th', 'b8/vt-court-reversal-rate/kh']
		]);
		expect(byRule('ytd')).toEqual([
			...['b2.kn_lk', 'b2.chuyen_den', 'b2.phuc_hoi', 'b2.tu_tran', 'b2.khai_tru', 'b2.xoa_ten'],
			...['b2.xin_ra', 'b2.chuyen_di', 'b4.cuv_bd', 'b4.cutt_bd', 'b4.so_lop', 'b5.dv_rs'],
			...[
				'b6.lc_kh',
				'b6.lc_th',
				'b6.bn_uc',
				'b6.bn_uc_bd',
				'b7.tcd_qc_rs',
				'b7.cb_4cd',
				'b7.cb_hcm'
			],
			...['b7.hoc_phai', 'b7.hoc_da', 'b7.cn_phai', 'b7.cn_da'],
			...['b7.vv_tcd', 'b7.vv_tcd_xl', 'b7.vv_dv', 'b7.vv_dv_xl']
		]);
	});
});

describe('the targets', () => {
	it('are those of the documents, each on the columns that feed it', () => {
		const found = catalogue.targets.map(({ id, kind, indicator, threshold, from, to, section }) => {
			const { numerator, denominator } = indicatorOf(catalogue, indicator) ?? {};
			return { id, kind, numerator, denominator, threshold, from, to, section };
		});
		expect(inOrder(found)).toEqual(inOrder(targets));
	});

	it('ask no ratio for more than 100 %', () => {
		for (const { id, indicator, threshold } of catalogue.targets) {
			if (indicatorOf(catalogue, indicator)?.denominator.length === 0) continue;
			expect(Number(threshold?.max ?? threshold?.value ?? 0), id).toBeLessThanOrEqual(100);
		}
	});

	it('stand beside each other on one indicator', () => {
		expect(targetsOf(catalogue, 'grassroots-rated-good').map(({ id }) => id)).toEqual([
			'nq21-2025-tccsd-good-or-better',
			'nq21-2030-tccsd-good-or-better',
			'dn-annual-tccsd-good-or-better'
		]);
	});

	it('come from central and city documents', () => {
		const ranks = catalogue.targets.map((target) => documentOf(catalogue, target.document)?.rank);
		expect(new Set(ranks)).toEqual(new Set(['central', 'city']));
	});
});

describe('the indicators', () => {
	it('put the four headlines first', () => {
		expect(catalogue.indicators.slice(0, 4).map(({ id, headline }) => [headline, id])).toEqual([
			[1, 'grassroots-rated-good'],
			[2, 'committee-political-theory'],
			[3, 'plan-women'],
			[4, 'plan-young']
		]);
	});

	it('each have a target', () => {
		const without = catalogue.indicators.filter(({ id }) => targetsOf(catalogue, id).length === 0);
		expect(without).toEqual([]);
	});

	it('select units where the document names them', () => {
		const selecting = catalogue.indicators.filter(({ select }) => select);
		expect(Object.fromEntries(selecting.map(({ id, select }) => [id, select]))).toEqual({
			'woman-in-standing-committee-city': { level: ['tinh'] },
			'woman-in-standing-committee-district': { level: ['huyen'] },
			'woman-in-standing-committee-ward': { level: ['xa'] },
			'secretary-chair-ward': { kind: ['Phường'] },
			'digital-transformation-rank': { level: ['tinh'] },
			'rotation-swap': { level: ['tinh'] },
			'pilot-cells': { level: ['tinh', 'huyen'] },
			'thematic-supervision-resolutions': { level: ['tinh', 'huyen'] },
			'online-service-level4': { level: ['tinh', 'huyen'] },
			'court-reversal': { level: ['tinh', 'huyen'] }
		});
	});

	it('have a check that keeps the numerator within the denominator, unless it may exceed', () => {
		const checks = catalogue.templates.flatMap(({ checks }) => checks);
		const ratios = catalogue.indicators.filter(
			({ denominator, mayExceed }) => denominator.some((id) => !id.startsWith('b8/')) && !mayExceed
		);
		expect(ratios.filter((indicator) => !isBounded(indicator, checks))).toEqual([]);
	});
});

it('the catalogue is said in two languages', () => {
	const same = wordsIn(catalogue).filter(({ vi, en }) => vi === en);
	expect(same).toEqual([]);
});

it('every file of data/catalogue is part of the product', () => {
	const folder = join(import.meta.dirname, '../../data/catalogue');
	const documents = new Set(catalogue.targets.map(({ document }) => document));
	expect(readdirSync(join(folder, 'targets')).sort()).toEqual(
		[...documents].map((document) => `${document}.json`).sort()
	);
	expect(readdirSync(join(folder, 'templates')).sort()).toEqual(
		catalogue.templates.map(({ id }) => `${id.toLowerCase()}.json`)
	);
});

it('the settings have their documented defaults', () => {
	expect(productSettings()).toEqual({
		missingTolerancePercent: 20,
		effectiveGapPoints: '1',
		smallCellBelow: 5,
		checks: {
			...{ jumpPercent: 30, jumpLeastDifference: 5, jumpLeastPoints: 5 },
			...{ jumpScore: '3.5', jumpLeastPercent: 10 },
			denominatorPercent: 10,
			...{ copiedPercent: 90, copiedLeastFigures: 8, copiedLeastMoving: 3 },
			...{ fullLeastRatios: 4, fullLeastDenominator: 20 }
		},
		ratingCeiling: {
			...{ percent: 20, reading: 'good', isVerified: false },
			source: productSettings().ratingCeiling.source
		}
	});
});

function fixture(name: string): unknown {
	const path = join(import.meta.dirname, '../fixtures/catalogue', name);
	return JSON.parse(readFileSync(path, 'utf8'));
}

function inOrder<T extends { id: string }>(items: T[]): T[] {
	return items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function isBounded({ numerator, denominator }: Indicator, checks: Check[]): boolean {
	const isWithin = (left: string[], right: string[]): boolean =>
		checks.some(
			(check) =>
				check.comparator === '<=' &&
				check.left.join() === left.join() &&
				check.right.join() === right.join()
		);
	return (
		isWithin(numerator, denominator) ||
		numerator.every((measure, index) => isWithin([measure], denominator.slice(index, index + 1)))
	);
}

function wordsIn(node: Catalogue | unknown): { vi: string; en: string }[] {
	if (typeof node !== 'object' || node === null) return [];
	if ('vi' in node && 'en' in node) return [node as { vi: string; en: string }];
	return Object.values(node).flatMap(wordsIn);
}
