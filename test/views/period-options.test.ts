import { describe, expect, it } from 'vitest';
import { periodNeighbours, periodOptions } from '#lib/views/period-options.ts';

const periods = ['2023', '2024-Q3', '2024-Q4', '2024-H2', '2024', '2025-Q1'];

describe('the periods to choose from', () => {
	it('stand by year, the newest first', () => {
		expect(periodOptions(periods, 'vi')).toEqual([
			{
				year: 2025,
				halves: [],
				quarters: [{ period: '2025-Q1', name: 'Quý I/2025', mark: 'I' }]
			},
			{
				year: 2024,
				whole: { period: '2024', name: 'Năm 2024', mark: 'Năm 2024' },
				halves: [{ period: '2024-H2', name: '6 tháng cuối năm 2024', mark: '6 tháng cuối' }],
				quarters: [
					{ period: '2024-Q3', name: 'Quý III/2024', mark: 'III' },
					{ period: '2024-Q4', name: 'Quý IV/2024', mark: 'IV' }
				]
			},
			{
				year: 2023,
				whole: { period: '2023', name: 'Năm 2023', mark: 'Năm 2023' },
				halves: [],
				quarters: []
			}
		]);
	});

	it('have neighbours of their own kind', () => {
		expect(periodNeighbours(periods, '2024')).toEqual({ earlier: '2023' });
		expect(periodNeighbours(periods, '2024-Q4')).toEqual({ earlier: '2024-Q3', later: '2025-Q1' });
		expect(periodNeighbours(periods, '2022')).toEqual({ later: '2023' });
	});
});
