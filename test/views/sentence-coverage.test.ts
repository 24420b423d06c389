import { describe, expect, it } from 'vitest';
import {
	asOfWords,
	coverageOf,
	pendingWords,
	rangeWords,
	staleWords
} from '#lib/views/sentence-coverage.ts';
import { factsOf } from './example-facts.ts';

const totalWith = (rest: object) =>
	factsOf({ unit: 'MH', period: '2024', indicator: 'plan-women', ...rest }).totals.total(
		'MH',
		'2024',
		'plan-women'
	)!;
const pending = (units: number) => ({
	units,
	unknown: 0,
	lastDenominator: 0n,
	numerator: 0n,
	denominator: 0n
});

describe('coverage', () => {
	it('counts the units that reported', () => {
		expect(coverageOf(totalWith({ reported: 5, expected: 6 }), 'vi')).toEqual({
			reported: 5,
			expected: 6,
			isComplete: false,
			words: '5/6 đơn vị đã báo cáo'
		});
	});

	it('tells of a single unit whether it reported', () => {
		expect(coverageOf(totalWith({ reported: 1, expected: 1 }), 'vi')?.words).toBe('đã báo cáo');
		expect(coverageOf(totalWith({ reported: 0, expected: 1 }), 'vi')?.words).toBe('chưa báo cáo');
	});

	it('is absent where no unit owes a report', () => {
		expect(coverageOf(totalWith({ reported: 0, expected: 0 }), 'vi')).toBeUndefined();
	});
});

describe('the age of a figure', () => {
	it('is told where it is older than the period', () => {
		expect(asOfWords(totalWith({ asOf: '2023' }), 'vi')).toBe('số liệu năm 2023');
		expect(asOfWords(totalWith({ asOf: '2024-Q3' }), 'vi')).toBe('số liệu quý III/2024');
	});

	it('goes unsaid where it is of the last quarter', () => {
		expect(asOfWords(totalWith({ asOf: '2024-Q4' }), 'vi')).toBeUndefined();
		expect(asOfWords(totalWith({ asOf: '2024' }), 'vi')).toBeUndefined();
	});

	it('is told of the units that lag behind', () => {
		expect(staleWords(totalWith({ stale: 2 }), 'vi')).toBe('2 đơn vị có số liệu cũ hơn');
		expect(staleWords(totalWith({ stale: 0 }), 'vi')).toBeUndefined();
	});
});

describe('the range of an open value', () => {
	const range = {
		low: { numerator: 821n, denominator: 1000n },
		high: { numerator: 934n, denominator: 1000n }
	};
	const wording = { isRatio: true, thresholds: [], language: 'vi' } as const;

	it('stands beside the units that have not reported', () => {
		const total = totalWith({ reported: 375, expected: 412, pending: pending(37) });
		expect(rangeWords(range, { ...wording, total })).toBe(
			'82,10–93,40%, còn 37/412 đơn vị chưa nộp'
		);
	});

	it('has a lower end alone where the value may pass any other', () => {
		const total = totalWith({ reported: 375, expected: 412, pending: pending(37) });
		expect(rangeWords({ low: range.low }, { ...wording, total })).toBe(
			'từ 82,10%, còn 37/412 đơn vị chưa nộp'
		);
	});

	it('tells incomplete reports from missing ones', () => {
		const total = totalWith({ reported: 411, expected: 412, pending: pending(37) });
		expect(pendingWords(total, 'vi')).toBe('còn 37/412 đơn vị chưa nộp đủ');
	});
});
