import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeIssue } from '#lib/base/describe-issue.ts';
import { check, codes, history, quarter, type Sheet } from './beside-sheets.ts';

describe('a jump', () => {
	it.each<[string, string, number[], number, boolean]>([
		['30 % up after one quarter is none', 'b2.dv_nu', [100], 130, false],
		['31 % up after one quarter is one', 'b2.dv_nu', [100], 131, true],
		['31 % down is one', 'b2.dv_nu', [100], 69, true],
		['a small number may double', 'b2.dv_nu', [4], 8, false],
		['from nothing it is one', 'b2.dv_nu', [0], 5, true],
		[
			'a long history with little spread tells sooner',
			'b2.dv_nu',
			[99, 100, 101, 102, 100],
			115,
			true
		],
		[
			'a long history with much spread tells later',
			'b2.dv_nu',
			[60, 140, 100, 80, 120],
			160,
			false
		],
		[
			'within a tenth of the usual there is none',
			'b2.dv_nu',
			[999, 1000, 1001, 1002, 1000],
			1090,
			false
		],
		[
			'a history that stood still falls back on per cent',
			'b2.dv_nu',
			[50, 50, 50, 50, 50],
			60,
			false
		]
	])('%s', (_, measure, past, figure, expected) => {
		const drafted = { [`A ${quarter(past.length)} ${measure}`]: figure };
		expect(codes(check(drafted, history(measure, past)))).toEqual(expected ? ['jump'] : []);
	});

	it('of what counts from 1 January is seen beside the same quarter of the years before', () => {
		const past = { 'A 2023-Q1 b2.tu_tran': 10, 'A 2023-Q4 b2.tu_tran': 40 };
		expect(check({ 'A 2024-Q1 b2.tu_tran': 11 }, past)).toEqual([]);
		expect(codes(check({ 'A 2024-Q1 b2.tu_tran': 20 }, past))).toEqual(['jump']);
	});

	it('is said with what is usual where the history is long', () => {
		const past = history('b2.dv_nu', [99, 100, 101, 102, 100]);
		const [issue] = check({ 'A 2020-Q2 b2.dv_nu': 115 }, past);
		expect(issue && describeIssue(issue, 'vi')).toBe(
			'“Trong đó: nữ” của “Phường A” ở quý II/2020 là 115, khác hẳn 5 kỳ trước (thường khoảng 100; quý I/2020 là 100). Hãy kiểm tra; nếu đúng, ghi lý do.'
		);
	});

	it('is never seen in a series that stands still, however long and whatever its order', () => {
		fc.assert(
			fc.property(fc.nat({ max: 10 ** 6 }), fc.integer({ min: 1, max: 20 }), (figure, length) => {
				const past = history('b2.dv_nu', new Array<number>(length).fill(figure));
				expect(check({ [`A ${quarter(length)} b2.dv_nu`]: figure }, past)).toEqual([]);
			})
		);
	});

	it('is always seen in a figure ten times too large, in whatever order the past was sent in', () => {
		const past = fc.integer({ min: 10, max: 10 ** 6 }).chain((level) =>
			fc.array(fc.integer({ min: Math.ceil(level * 0.8), max: Math.ceil(level * 1.2) }), {
				minLength: 1,
				maxLength: 16
			})
		);
		fc.assert(
			fc.property(past, fc.boolean(), (figures, backwards) => {
				const cells = Object.entries(history('b2.dv_nu', figures));
				const sheet = Object.fromEntries(backwards ? cells.toReversed() : cells);
				const planted = { [`A ${quarter(figures.length)} b2.dv_nu`]: (figures.at(-1) ?? 0) * 10 };
				expect(codes(check(planted, sheet))).toEqual(['jump']);
			})
		);
	});
});

describe('a denominator that moves', () => {
	it.each<[string, Sheet, Sheet, string[]]>([
		['by a tenth is let be', { 'A 2024-Q4 b4.cuv': 110 }, { 'A 2024-Q3 b4.cuv': 100 }, []],
		[
			'by more is asked about',
			{ 'A 2024-Q4 b4.cuv': 111 },
			{ 'A 2024-Q3 b4.cuv': 100 },
			['denominator-moves']
		],
		['by a few is let be', { 'A 2024-Q4 b4.cuv': 14 }, { 'A 2024-Q3 b4.cuv': 10 }, []],
		[
			'may rise as a unit beside it ends',
			{ 'A 2025-Q3 b4.cuv': 180 },
			{ 'A 2025-Q2 b4.cuv': 100 },
			[]
		],
		[
			'may not fall as a unit beside it ends',
			{ 'A 2025-Q3 b4.cuv': 60 },
			{ 'A 2025-Q2 b4.cuv': 100 },
			['denominator-moves']
		],
		[
			'is asked about again in the quarter after',
			{ 'A 2025-Q4 b4.cuv': 120 },
			{ 'A 2025-Q3 b4.cuv': 100 },
			['denominator-moves']
		]
	])('%s', (_, drafted, inForce, expected) => {
		expect(codes(check(drafted, inForce))).toEqual(expected);
	});
});
