import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { describeIssue } from '#lib/base/describe-issue.ts';
import type { Issue } from '#lib/base/issue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { draftFile } from '#lib/ingest/draft-file.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { EXAMPLES, exampleUnits } from './example-units.ts';

const catalogue = productCatalogue();
const units = await exampleUnits();
const HEADER = 3;

/** A rule, cells written over in one row of the example sheet, and what the two sides then come to. */
type Tampered = [check: string, row: number, cells: Record<string, string>, sums: [number, number]];

const TAMPERED: Tampered[] = [
	['b1.a', 1, { dbcs: '10' }, [24, 25]],
	['b1.b', 1, { ht: '3' }, [24, 25]],
	['b1.c', 3, { chua_xl: '2' }, [31, 32]],
	['b2.a', 1, { chuyen_den: '67' }, [3192, 3193]],
	['b2.b', 1, { kn: '105' }, [105, 104]],
	['b2.women', 1, { dv_nu: '3193' }, [3193, 3192]],
	['b2.d', 1, { dv_ht: '176' }, [3050, 3051]],
	['b2.d-all', 1, { dv_mien: '143' }, [3192, 3193]],
	['b3.a-thon-dv', 4, { thon_dv: '29' }, [29, 28]],
	['b3.a-thon-cb', 4, { thon_cb: '29' }, [29, 28]],
	['b3.a-tdp-dv', 1, { tdp_dv: '87' }, [87, 86]],
	['b3.a-tdp-cb', 1, { tdp_cb: '87' }, [87, 86]],
	['b3.b', 1, { tt: '87' }, [87, 86]],
	['b3.b', 1, { thon: 'x', thon_dv: 'x', thon_cb: 'x', tt: '87' }, [87, 86]],
	['b3.b-tt', 1, { tt_dv: '87' }, [87, 86]],
	['b3.b-tbmt', 1, { tbmt_dv: '65' }, [65, 64]],
	['b3.c', 1, { bt_kiem_tt: '47' }, [65, 64]],
	['b3.d', 1, { xa_cbqs: '2' }, [2, 1]],
	['b4.a', 1, { llct_sc: '3' }, [142, 143]],
	['b4.b-nu', 1, { nu: '143' }, [143, 142]],
	['b4.b-duoi40', 1, { duoi40: '143' }, [143, 142]],
	['b4.b-btpbt', 1, { btpbt: '143' }, [143, 142]],
	['b4.b-btpbt-tc', 1, { btpbt_tc: '32' }, [32, 31]],
	['b4.b-cuv-bd', 1, { cuv_bd: '143' }, [143, 142]],
	['b4.b-cutt-bd', 1, { cutt_bd: '259' }, [259, 258]],
	['b4.c-btv', 1, { btv_co_nu: '2' }, [2, 1]],
	['b4.c-dvhc', 1, { dvhc_du_dk: '2' }, [2, 1]],
	['b4.c-ubnd', 1, { bt_kiem_ubnd: '2' }, [2, 1]],
	['b4.c-hdnd', 1, { bt_kiem_hdnd: '2' }, [2, 1]],
	['b4.c-thu-truong', 1, { bt_kiem_thu_truong: '31' }, [31, 30]],
	['b5.a-xong', 1, { dv_xong: '25' }, [25, 24]],
	['b5.a-rs', 1, { dv_rs: '25' }, [25, 24]],
	['b5.b-nu', 1, { qh_nu: '169' }, [169, 168]],
	['b5.b-tre', 1, { qh_tre: '169' }, [169, 168]],
	['b5.b', 1, { qh_tong: '202' }, [202, 201]],
	['b6.b-bn', 1, { bn_uc_bd: '7' }, [7, 6]],
	['b6.b-cb', 1, { cb_cd_dat: '59' }, [59, 58]],
	['b6.b-ldql', 1, { ldql_nu: '59' }, [59, 58]],
	['b6.b-cq', 1, { cq_nu: '10' }, [10, 9]],
	['b6.b-dbqh', 5, { dbqh_nu: '9' }, [9, 8]],
	['b6.b-hdnd-tp', 5, { hdnd_tp_nu: '53' }, [53, 52]],
	['b6.b-hdnd-h', 5, { hdnd_h: '10', hdnd_h_nu: '11' }, [11, 10]],
	['b6.b-hdnd-x', 4, { hdnd_x_nu: '26' }, [26, 25]],
	['b7.a-qc', 1, { tcd_qc: '111' }, [111, 110]],
	['b7.a-qc-rs', 1, { tcd_qc_rs: '111' }, [111, 110]],
	['b7.a-sh', 1, { cb_sh: '102' }, [102, 101]],
	['b7.c-cu', 1, { cb_cu: '102' }, [102, 101]],
	['b7.a-cu-sh', 1, { cb_cu_sh: '79' }, [79, 78]],
	['b7.c-4cd', 1, { cb_4cd: '102' }, [102, 101]],
	['b7.c-hcm', 1, { cb_hcm: '102' }, [102, 101]],
	['b7.a-hoc', 1, { hoc_da: '3.193' }, [3193, 3192]],
	['b7.a-cn', 1, { cn_da: '3193' }, [3193, 3192]],
	['b7.a-vv-tcd', 3, { vv_tcd_xl: '2' }, [2, 1]],
	['b7.a-vv-dv', 1, { vv_dv_xl: '6' }, [6, 5]]
];

describe('a row that breaks one rule of its sheet', () => {
	it.each(TAMPERED)(
		'%s, in row %i with %j, is kept out for it',
		async (check, row, cells, sums) => {
			const { issues, rows } = await tamper(check, row, cells);
			expect(issues.map(brief)).toEqual([['error', HEADER + row, check, ...sums]]);
			expect(rows).toEqual({ read: 5, accepted: 4, rejected: 1 });
		}
	);

	it('b6.a, rotation outside the plan, is let in with a warning', async () => {
		const { issues, rows } = await tamper('b6.a', 1, { lc_th: '4' });
		expect(issues.map(brief)).toEqual([['warning', 4, 'b6.a', 4, 3]]);
		expect(rows.rejected).toBe(0);
	});
});

describe('a row that breaks two rules', () => {
	it.each<[string, string, Record<string, string>, [string, string, number, number][]]>([
		[
			'more good ratings than organisations rated',
			'b1',
			{ xs: '7' },
			[
				['error', 'b1.b', 24, 27],
				['error', 'b1.good', 25, 24]
			]
		],
		[
			'more good ratings than members rated',
			'b2',
			{ dv_xs: '671' },
			[
				['error', 'b2.d', 3050, 3241],
				['error', 'b2.good', 3051, 3050]
			]
		],
		[
			'more admissions than members',
			'b2',
			{ dv_dau: '100' },
			[
				['error', 'b2.a', 3192, 172],
				['warning', 'b2.rate', 104, 100]
			]
		],
		[
			'more with political theory than committee members',
			'b4',
			{ llct_cc: '41' },
			[
				['error', 'b4.a', 142, 145],
				['error', 'b4.llct', 143, 142]
			]
		]
	])('is told of both: %s', async (_, sheet, cells, expected) => {
		const { issues } = await tamper(sheet, 1, cells);
		expect(issues.map(brief).map(([severity, , ...rest]) => [severity, ...rest])).toEqual(expected);
	});
});

it('b2.e compares transfers only added up over the sheet, and only where they lie far apart', async () => {
	const near = await tamper('b2.e', 1, { chuyen_den: '166', dv_dau: '3020' });
	expect(near.issues).toEqual([]);
	const far = await tamper('b2.e', 1, { chuyen_den: '566', dv_dau: '2620' });
	expect(far.issues.map((issue) => [issue.column, ...brief(issue)])).toEqual([
		['Chuyển đến', 'warning', 3, 'b2.e', 866, 362]
	]);
});

it('every rule of every sheet is broken above', () => {
	const broken = new Set([
		...TAMPERED.map(([check]) => check),
		...['b1.good', 'b2.good', 'b2.rate', 'b4.llct', 'b6.a', 'b2.e']
	]);
	const rules = catalogue.templates.flatMap(({ checks }) => checks.map(({ id }) => id));
	expect(rules.filter((id) => !broken.has(id))).toEqual([]);
	expect([...broken].filter((id) => !rules.includes(id))).toEqual([]);
});

describe('cells without a figure', () => {
	it('skip a rule that needs them all', async () => {
		const { issues, rows } = await tamper('b1.c', 3, { chua_xl: '' });
		expect([issues, rows.rejected]).toEqual([[], 0]);
	});

	it('count as zero where a sum has many parts, and what is then wrong is a warning', async () => {
		const { issues: none } = await tamper('b2.a', 1, { phuc_hoi: '-' });
		expect(none.filter(({ severity }) => severity !== 'info')).toEqual([]);
		const { issues, rows } = await tamper('b2.a', 1, { tu_tran: '-' });
		expect(issues.map(brief)).toEqual([['warning', 4, 'b2.a', 3192, 3214]]);
		expect(rows.rejected).toBe(0);
	});
});

describe('the words of a broken rule', () => {
	it('say the rule, then what the columns hold', async () => {
		const { issues } = await tamper('b1.a', 1, { dbcs: '10' });
		expect(issues.map((issue) => describeIssue(issue, 'vi'))).toEqual([
			'Tổng số TCCSĐ phải bằng đảng bộ cơ sở cộng chi bộ cơ sở; ở đây Tổng số TCCSĐ là 24, còn Trong đó: Đảng bộ cơ sở + Trong đó: Chi bộ cơ sở là 25. Hãy kiểm tra các cột này.'
		]);
		expect(issues.map((issue) => describeIssue(issue, 'en'))).toEqual([
			'All grassroots organisations are the grassroots committees plus the grassroots cells; here Tổng số TCCSĐ is 24, but Trong đó: Đảng bộ cơ sở + Trong đó: Chi bộ cơ sở is 25. Check these columns.'
		]);
	});

	it('guess that excellent ratings are counted among the good ones where the others make the whole', async () => {
		const { issues } = await tamper('b1.b', 1, { tot: '22' });
		expect(describeIssue(issues[0] as Issue, 'vi')).toBe(
			'Số TCCSĐ được xếp loại phải bằng tổng của bốn mức HTXSNV, HTTNV, HTNV và KHTNV; ở đây Số TCCSĐ được đánh giá, xếp loại là 24, còn HTXSNV + HTTNV + HTNV + KHTNV là 28. Tổng đúng bằng HTTNV + HTNV + KHTNV: có thể số HTXSNV đã được tính cả trong HTTNV, khi đó HTTNV phải trừ đi số này.'
		);
	});
});

/** The example sheet of a rule without its total row, cells of one row written over; percentages are left out. */
async function tamper(check: string, row: number, cells: Record<string, string>): Promise<Draft> {
	const sheet = check.slice(0, 2);
	const name = `${sheet.toUpperCase()}.csv`;
	const text = readFileSync(new URL(name, EXAMPLES), 'utf8').trim();
	const lines = Papa.parse<string[]>(text).data.slice(0, -1);
	const template = catalogue.templates.find(({ id }) => id === sheet.toUpperCase());
	const codes = columnsOf(lines[HEADER - 1] ?? [], template?.measures ?? []);
	const tampered = lines.map((line, at) =>
		line.map((cell, place) => {
			if (at >= HEADER && codes[place] === undefined && /^\d+,\d+$/.test(cell)) return '';
			return at === HEADER - 1 + row ? (cells[codes[place] ?? ''] ?? cell) : cell;
		})
	);
	const bytes = new TextEncoder().encode(Papa.unparse(tampered));
	const [draft] = await draftFile({ name, bytes, catalogue, units });
	return draft as Draft;
}

/** The code of the measure in each column: the headers stand in the template's order. */
function columnsOf(
	headers: readonly string[],
	measures: readonly { id: string; header: string }[]
): (string | undefined)[] {
	let next = 0;
	return headers.map((header) => {
		const measure = measures[next];
		if (measure?.header !== header) return undefined;
		next += 1;
		return measure.id.slice(3);
	});
}

function brief({ severity, row, params = {} }: Issue): (string | number | undefined)[] {
	return [severity, row, params['check'], params['leftSum'], params['rightSum']];
}
