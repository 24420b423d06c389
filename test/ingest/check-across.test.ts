import { describe, expect, it } from 'vitest';
import { describeIssue } from '#lib/base/describe-issue.ts';
import { check, codes, type Sheet } from './beside-sheets.ts';

describe('a rule across sheets', () => {
	const b1 = { 'A 2024-Q4 b1.cbcs': 15, 'A 2024-Q4 b1.cbtt': 86, 'A 2024-Q4 b1.tccsd': 24 };

	it.each<[string, Sheet, Sheet, string[]]>([
		['holds', { 'A 2024-Q4 b7.cb': 101, 'A 2024-Q4 b7.tcd': 110 }, b1, []],
		['is broken by the drafted sheet', { 'A 2024-Q4 b7.cb': 102 }, b1, ['b7.b-cb']],
		[
			'is broken for both',
			{ 'A 2024-Q4 b7.cb': 9, 'A 2024-Q4 b7.tcd': 9 },
			b1,
			['b7.b-cb', 'b7.b-tcd']
		],
		['is broken from the other side', b1, { 'A 2024-Q4 b7.cb': 102 }, ['b7.b-cb']],
		['is of the same unit', { 'B 2024-Q4 b7.cb': 102 }, b1, []],
		['is of the same period', { 'A 2024-Q3 b7.cb': 102 }, b1, []],
		['takes a year for its last quarter', { 'A 2024 b7.cb': 102 }, b1, ['b7.b-cb']],
		['counts "x" as zero', { 'A 2024-Q4 b7.cb': 86, 'A 2024-Q4 b1.cbcs': 'x' }, b1, []],
		[
			'waits for a figure that is missing',
			{ 'A 2024-Q4 b7.cb': 86, 'A 2024-Q4 b1.cbcs': '-' },
			b1,
			[]
		],
		['prefers what is drafted', { 'A 2024-Q4 b7.cb': 102, 'A 2024-Q4 b1.cbcs': 16 }, b1, []],
		[
			'lets fewer be expelled than handled',
			{ 'A 2024-Q4 b2.khai_tru': 1 },
			{ 'A 2024-Q4 b7.vv_dv_xl': 1 },
			[]
		],
		[
			'lets no more be expelled',
			{ 'A 2024-Q4 b2.khai_tru': 2 },
			{ 'A 2024-Q4 b7.vv_dv_xl': 1 },
			['b7.e']
		]
	])('%s', (_, drafted, inForce, expected) => {
		expect(codes(check(drafted, inForce))).toEqual(expected);
	});

	it('is tried among drafted figures alone', () => {
		expect(codes(check({ ...b1, 'A 2024-Q4 b7.cb': 102 }))).toEqual(['b7.b-cb']);
	});

	it('is a warning at the drafted cell, in words', () => {
		const [issue] = check({ 'A 2024-Q4 b7.cb': 102 }, b1);
		expect(issue).toMatchObject({ severity: 'warning', row: 4, column: 'C', value: '102' });
		expect(issue && describeIssue(issue, 'vi')).toBe(
			'Tổng số chi bộ ở biểu B7 phải bằng chi bộ cơ sở cộng chi bộ trực thuộc ở biểu B1; ở quý IV/2024, “Phường A” có Tổng số chi bộ (B7) là 102, còn Trong đó: Chi bộ cơ sở (B1) + Số chi bộ trực thuộc ĐUCS (B1) là 101. Hãy kiểm tra các biểu; nếu đúng, ghi lý do.'
		);
	});
});

describe('members at the start of the year', () => {
	it.each<[string, Sheet, Sheet, string[]]>([
		[
			'are those of the fourth quarter before',
			{ 'A 2025-Q2 b2.dv_dau': 3120 },
			{ 'A 2024-Q4 b2.dv_cuoi': 3120 },
			[]
		],
		['differ', { 'A 2025-Q2 b2.dv_dau': 3121 }, { 'A 2024-Q4 b2.dv_cuoi': 3120 }, ['b2.c']],
		[
			'differ from those of the year',
			{ 'A 2025-Q2 b2.dv_dau': 3121 },
			{ 'A 2024 b2.dv_cuoi': 3120 },
			['b2.c']
		],
		[
			'are not compared with another quarter',
			{ 'A 2025-Q2 b2.dv_dau': 3121 },
			{ 'A 2024-Q3 b2.dv_cuoi': 3120 },
			[]
		],
		[
			'differ once the year before is sent in',
			{ 'A 2024-Q4 b2.dv_cuoi': 3121 },
			{ 'A 2025-Q1 b2.dv_dau': 3120 },
			['b2.c']
		]
	])('%s', (_, drafted, inForce, expected) => {
		expect(codes(check(drafted, inForce))).toEqual(expected);
	});

	it('name both periods', () => {
		const [issue] = check({ 'A 2025-Q2 b2.dv_dau': 3121 }, { 'A 2024-Q4 b2.dv_cuoi': 3120 });
		expect(issue && describeIssue(issue, 'vi')).toBe(
			'Số đảng viên có đến 31/12 năm trước phải bằng số đảng viên cuối kỳ của quý IV năm trước; “Phường A” có Tổng số ĐV có đến 31/12 năm trước (B2) ở quý II/2025 là 3.121, còn Tổng số ĐV cuối kỳ (B2) ở quý IV/2024 là 3.120. Hãy kiểm tra cả hai kỳ; nếu đúng, ghi lý do.'
		);
	});
});
