import { describe, expect, it } from 'vitest';
import { comparePeriods, isPeriod, lastDayOf, mapDayOf } from '#lib/base/period.ts';

describe('periods', () => {
	it('are years, half-years and quarters in one form', () => {
		const texts = ['2026', '2026-H1', '2026-Q3', '2026-Q5', '2026-H3', '26', '2026Q1', ''];
		expect(texts.filter(isPeriod)).toEqual(['2026', '2026-H1', '2026-Q3']);
	});

	it('end on the last day of their last quarter', () => {
		expect(['2026', '2026-H1', '2026-H2', '2026-Q1', '2026-Q3'].map(lastDayOf)).toEqual([
			'2026-12-31',
			'2026-06-30',
			'2026-12-31',
			'2026-03-31',
			'2026-09-30'
		]);
	});

	it('come by their last day, the longer one after the shorter', () => {
		const shuffled = ['2026', '2026-H2', '2025-Q4', '2026-Q4', '2025', '2026-Q1'];
		expect(shuffled.sort(comparePeriods)).toEqual([
			'2025-Q4',
			'2025',
			'2026-Q1',
			'2026-Q4',
			'2026-H2',
			'2026'
		]);
	});

	it('are shown on the map of their newest reported quarter', () => {
		const reported = ['2025-Q1', '2025-Q2', '2025', '2024-Q4'];
		expect(mapDayOf('2025', reported)).toBe('2025-06-30');
		expect(mapDayOf('2025-Q4', reported)).toBe('2025-12-31');
		expect(mapDayOf('2023', reported)).toBe('2023-12-31');
	});
});
