import { describe, expect, it } from 'vitest';
import { describeIssue } from '#lib/base/describe-issue.ts';
import { check, codes, type Sheet } from './beside-sheets.ts';

describe('figures of the period before', () => {
	const b2 = [
		'dv_dau',
		'kn_lk',
		'kn',
		'chuyen_den',
		'tu_tran',
		'khai_tru',
		'xoa_ten',
		'chuyen_di',
		'dv_cuoi',
		'dv_nu'
	];
	const sheet = (
		period: string,
		figures: readonly number[],
		codesOf = b2,
		sheetName = 'b2'
	): Sheet =>
		Object.fromEntries(
			codesOf.map((code, at) => [`A ${period} ${sheetName}.${code}`, figures[at] ?? 0])
		);
	const past = [1000, 30, 10, 12, 4, 1, 2, 9, 1026, 400];

	it('in nine of ten cells are asked about, with their count', () => {
		const [issue] = check(sheet('2024-Q3', [...past.slice(0, 9), 401]), sheet('2024-Q2', past));
		expect(issue).toEqual({
			severity: 'warning',
			code: 'copied',
			row: 4,
			params: {
				unit: 'Phường A',
				same: 9,
				compared: 10,
				period: '2024-Q3',
				periodEarlier: '2024-Q2'
			}
		});
		expect(issue && describeIssue(issue, 'vi')).toBe(
			'9/10 số liệu của “Phường A” giống hệt quý II/2024. Hãy kiểm tra có phải đã chép lại biểu kỳ trước không.'
		);
	});

	it.each<[string, Sheet, Sheet]>([
		[
			'in eight of ten cells are not',
			sheet('2024-Q3', [...past.slice(0, 8), 1027, 401]),
			sheet('2024-Q2', past)
		],
		[
			'in seven cells alone are not',
			sheet('2024-Q3', past, b2.slice(0, 7)),
			sheet('2024-Q2', past)
		],
		['that are all zero are not', sheet('2024-Q3', []), sheet('2024-Q2', [])],
		['of two quarters before are not', sheet('2024-Q4', past), sheet('2024-Q2', past)],
		['of another year are not', sheet('2025-Q3', past), sheet('2024-Q3', past)]
	])('%s', (_, drafted, inForce) => {
		expect(codes(check(drafted, inForce))).not.toContain('copied');
	});

	it('are seen over the turn of the year', () => {
		expect(codes(check(sheet('2025-Q1', past), sheet('2024-Q4', past)))).toContain('copied');
	});

	it('are a remark where they are stocks, which may stand still', () => {
		const hamlets = ['thon', 'thon_dv', 'thon_cb', 'tt', 'tt_dv', 'tbmt', 'tbmt_dv', 'cb_kdc'];
		const drafted = sheet('2024-Q3', past, hamlets, 'b3');
		const issues = check(drafted, sheet('2024-Q2', past, hamlets, 'b3'));
		expect(issues.map(({ severity, code }) => [severity, code])).toEqual([['info', 'copied']]);
	});

	it('are one remark where they are stocks of several units', () => {
		const hamlets = ['thon', 'thon_dv', 'thon_cb', 'tt', 'tt_dv', 'tbmt', 'tbmt_dv', 'cb_kdc'];
		const both = (period: string): Sheet => {
			const own = sheet(period, past, hamlets, 'b3');
			const others = Object.entries(own).map(([place, figure]) => [`B${place.slice(1)}`, figure]);
			return { ...own, ...(Object.fromEntries(others) as Sheet) };
		};
		const issues = check(both('2024-Q3'), both('2024-Q2'));
		expect(issues.map((issue) => [issue.severity, describeIssue(issue, 'en')])).toEqual([
			[
				'info',
				'2 units report nearly the figures of Q2 2024 (“Phường A”: 8 of 8). These are stocks, so it may be right; check that the sheet was not copied from it.'
			]
		]);
	});
});

describe('100 % everywhere', () => {
	const b7 = { tcd: 60, tcd_qc: 60, tcd_qc_rs: 60, cb: 50, cb_sh: 50, cb_4cd: 50, cb_hcm: 50 };
	const sheet = (figures: Record<string, number>): Sheet =>
		Object.fromEntries(
			Object.entries(figures).map(([code, figure]) => [`A 2024-Q4 b7.${code}`, figure])
		);

	it.each<[string, Record<string, number>, string[]]>([
		['is asked about', b7, ['full-everywhere']],
		['is not where one ratio is less', { ...b7, cb_sh: 49 }, []],
		['is not where a small ratio is less', { ...b7, vv_dv: 2, vv_dv_xl: 1 }, []],
		['is where a small ratio is full too', { ...b7, vv_dv: 2, vv_dv_xl: 2 }, ['full-everywhere']],
		['is not among small numbers', { tcd: 6, tcd_qc: 6, tcd_qc_rs: 6, cb: 5, cb_sh: 5 }, []],
		['is not of two ratios alone', { cb: 50, cb_sh: 50, cb_hcm: 50 }, []]
	])('%s', (_, figures, expected) => {
		expect(codes(check(sheet(figures)))).toEqual(expected);
	});

	it('is said with the number of ratios', () => {
		const [issue] = check(sheet(b7));
		expect(issue && describeIssue(issue, 'vi')).toBe(
			'Cả 5 tỷ lệ của “Phường A” đều đúng 100%. Hãy kiểm tra số liệu có được đếm thật không; nếu đúng, ghi lý do.'
		);
	});
});
