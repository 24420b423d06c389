import { describe, expect, it } from 'vitest';
import { describeIssue } from '#lib/base/describe-issue.ts';
import type { Issue } from '#lib/base/issue.ts';
import { check, type Sheet } from './beside-sheets.ts';

describe('a cumulative figure', () => {
	const falls = (drafted: Sheet, ...inForce: Sheet[]): Issue[] =>
		check(drafted, ...inForce).filter(({ code }) => code === 'cumulative-falls');

	it('may not be below that of an earlier quarter in force', () => {
		const issues = falls({ 'A 2024-Q3 b2.kn_lk': 60 }, { 'A 2024-Q2 b2.kn_lk': 63 });
		expect(issues.map((issue) => describeIssue(issue, 'en'))).toEqual([
			'The cumulative figure “Kết nạp (lũy kế)” falls within the year: 63 in Q2 2024, but 60 in Q3 2024. Check that it is not the figure of the period alone.'
		]);
	});

	it('may not be above that of a later quarter in force', () => {
		const issues = falls({ 'A 2024-Q2 b2.kn_lk': 70 }, { 'A 2024-Q3 b2.kn_lk': 68 });
		expect(issues.map(({ params }) => params)).toEqual([
			expect.objectContaining({
				periodEarlier: '2024-Q2',
				before: 70,
				period: '2024-Q3',
				figure: 68
			})
		]);
	});

	it.each<[string, Sheet, Sheet]>([
		['may stand still', { 'A 2024-Q3 b2.kn_lk': 63 }, { 'A 2024-Q2 b2.kn_lk': 63 }],
		['begins anew each year', { 'A 2025-Q1 b2.kn_lk': 10 }, { 'A 2024-Q4 b2.kn_lk': 104 }],
		[
			'takes the place of its own older figure',
			{ 'A 2024-Q3 b2.kn_lk': 60 },
			{ 'A 2024-Q3 b2.kn_lk': 63 }
		],
		[
			'is compared with what is then in force',
			{ 'A 2024-Q2 b2.kn_lk': 50, 'A 2024-Q3 b2.kn_lk': 60 },
			{ 'A 2024-Q2 b2.kn_lk': 63 }
		],
		[
			'is told of by the draft where both are drafted',
			{ 'A 2024-Q2 b2.kn_lk': 63, 'A 2024-Q3 b2.kn_lk': 60 },
			{}
		]
	])('%s', (_, drafted, inForce) => {
		expect(falls(drafted, inForce)).toEqual([]);
	});
});
