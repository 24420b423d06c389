import { beforeAll, describe, expect, test } from 'vitest';
import type { Totals } from '#lib/base/indicator-total.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { type ReportedEntry, encodeEntries } from '#lib/rollup/encode-entries.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import type { Unit } from '#lib/units/unit.ts';

/** The example sheets (TEMPLATES.md §A): what units 1 to 5 report for the fourth quarter of 2024. */
const SHEETS = `
b1.xl 24 20 30 16 42
b1.xs 4 3 5 2 7
b1.tot 18 15 23 12 33
b2.dv_dau 3120 2450 4015 1640 5210
b2.kn_lk 104 71 168 39 175
b2.kn_ct 100 80 150 50 170
b2.dv_xl 3050 2390 3960 1590 5240
b2.dv_xs 480 370 610 210 900
b2.dv_tot 2380 1790 3090 1200 4180
b3.thon 0 0 0 28 x
b3.thon_cb 0 0 0 28 x
b3.tdp 86 61 120 0 x
b3.tdp_cb 64 52 98 0 x
b3.tt 86 61 120 28 x
b3.tt_dv 80 55 103 26 x
b4.cuv 142 118 180 95 210
b4.llct_cc 38 27 55 15 150
b4.llct_tc 102 88 125 74 60
b4.so_lop 2 1 2 1 3
b4.btv 1 1 1 1 1
b4.btv_co_nu 1 1 1 0 1
b4.dvhc 1 1 1 1 0
b4.bt_kiem_ubnd 1 0 1 0 0
b5.qh_tong 168 131 226 104 318
b5.qh_nu 47 33 61 25 96
b5.qh_tre 29 19 36 16 58
b6.dbqh x x x x 8
b6.dbqh_nu x x x x 3
b6.hdnd_h x x x x x
b6.hdnd_h_nu x x x x x
b6.hdnd_x x x x 25 x
b6.hdnd_x_nu x x x 6 x
b7.vv_tcd 0 0 1 0 0
b7.vv_tcd_xl 0 0 1 0 0`;

/** Indicator, numerator, denominator, reported and expected units (TEMPLATES.md §B). */
const TOTALS: [string, bigint | undefined, bigint | undefined, number, number][] = [
	['grassroots-rated-good', 122n, 132n, 5, 5],
	['members-rated-good', 15_210n, 16_230n, 5, 5],
	['admission-rate', 557n, 16_435n, 5, 5],
	['admission-quota', 557n, 550n, 5, 5],
	['hamlet-with-cell', 242n, 295n, 4, 4],
	['hamlet-head-member', 264n, 295n, 4, 4],
	['committee-political-theory', 734n, 745n, 5, 5],
	['committee-course', 9n, undefined, 5, 5],
	['woman-in-standing-committee-ward', 4n, 5n, 5, 5],
	['woman-in-standing-committee-district', undefined, undefined, 0, 0],
	['secretary-chair-ward', 2n, 3n, 3, 3],
	['plan-women', 262n, 947n, 5, 5],
	['plan-young', 158n, 947n, 5, 5],
	['women-national-assembly', 3n, 8n, 1, 1],
	['women-council-district', undefined, undefined, 0, 0],
	['women-council-commune', 6n, 25n, 1, 1],
	['discipline-organisation', 1n, 1n, 5, 5]
];

const city = { validFrom: '2020-01-01' };
const units: Unit[] = [
	{ ...city, code: 'MH', name: 'Thành phố Minh Họa', kind: 'Thành phố', level: 'tinh' },
	...['Phường', 'Phường', 'Phường', 'Xã', 'Khối cơ quan'].map((kind, index) => ({
		...city,
		code: `MH0${index + 1}`,
		name: `Đảng bộ ${index + 1}`,
		kind,
		level: 'xa',
		parent: 'MH'
	}))
];

function entriesIn(sheets: string): ReportedEntry[] {
	return sheets
		.trim()
		.split('\n')
		.flatMap((line) => {
			const [measure = '', ...cells] = line.split(' ');
			return cells.map((cell, index) => ({
				unit: `MH0${index + 1}`,
				period: '2024-Q4',
				measure,
				state: cell === 'x' ? ('not-applicable' as const) : ('figure' as const),
				value: cell === 'x' ? 0n : BigInt(cell),
				row: index + 5,
				column: 3
			}));
		});
}

let rollup: Totals;
beforeAll(async () => {
	const bytes = encodeEntries(entriesIn(SHEETS));
	const submissions = [{ sequence: 1, bytes }];
	rollup = readRollup(rollUp({ submissions, units, catalogue: productCatalogue() }));
});

describe.each(['2024-Q4', '2024'])('the example sheets in %s', (period) => {
	test.each(TOTALS)('%s is %s of %s', (indicator, numerator, denominator, reported, expected) => {
		const { asOf, ...total } = rollup.total('MH', period, indicator) ?? {};
		expect(total).toEqual({
			unit: 'MH',
			period,
			indicator,
			...(numerator !== undefined && { numerator }),
			...(denominator !== undefined && { denominator }),
			reported,
			expected,
			pending: { units: 0, unknown: 0, lastDenominator: 0n, numerator: 0n, denominator: 0n },
			stale: 0,
			closed: true
		});
		const isYearly = /rated-good$/.test(indicator);
		const source = isYearly ? '2024' : '2024-Q4';
		expect(asOf).toBe(numerator === undefined ? undefined : source);
	});

	test('a ward stands by its own figures', () => {
		expect(rollup.total('MH02', period, 'grassroots-rated-good')).toMatchObject({
			numerator: 18n,
			denominator: 20n,
			reported: 1,
			expected: 1
		});
	});
});
