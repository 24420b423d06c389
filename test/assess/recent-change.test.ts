import { describe, expect, it } from 'vitest';
import { newestQuarter } from '#lib/assess/recent-change.ts';

describe('the newest quarter of a period', () => {
	const totals = {
		periods: ['2024-Q4', '2024', '2025-Q1', '2025-Q2', '2025-H1', '2025-Q3', '2025'],
		total: () => undefined
	};

	it('is the last one with figures that lies in it', () => {
		expect(newestQuarter(totals, '2025')).toBe('2025-Q3');
		expect(newestQuarter(totals, '2025-H1')).toBe('2025-Q2');
		expect(newestQuarter(totals, '2025-Q1')).toBe('2025-Q1');
		expect(newestQuarter(totals, '2023')).toBeUndefined();
	});
});
