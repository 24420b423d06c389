import { describe, expect, it } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { unitReports } from '#lib/views/unit-reports.ts';
import { type Arrival, cityGround } from './reporting-city.ts';

const reportsOf = (unit: string, arrivals: readonly Arrival[], today = '2025-05-01') =>
	unitReports(cityGround(arrivals, today), {
		...{ unit, year: 2025, language: 'vi' },
		catalogue: productCatalogue()
	});

describe('the reports of a unit', () => {
	it('stand sheet by sheet, the newest period first', () => {
		const reports = reportsOf('D1', [
			['D1', 'B1', '2025-Q1', 1],
			['D1', 'B2', '2025-Q1', 2]
		]);
		const [second, first] = reports!.periods;
		expect([second?.period, first?.period]).toEqual(['Quý II/2025', 'Quý I/2025']);
		const states = first!.reports.map(({ template, look }) => [template, look.word]);
		expect(states.slice(0, 3)).toEqual([
			['B1', 'Đúng hạn'],
			['B2', 'Muộn 1 ngày'],
			['B3', 'Chưa nộp']
		]);
		expect(first?.below).toBeUndefined();
		expect(second!.reports.map(({ look }) => look.state)).toContain('not-due');
	});

	it('are told together where units below it owe them', () => {
		const reports = reportsOf('D', [
			['D1', 'B1', '2025-Q1', 1],
			['D2', 'B1', '2025-Q1', 2]
		]);
		const first = reports!.periods.at(-1)!;
		expect(first.reports).toEqual([]);
		expect(first.below?.text).toBe('2/12');
		expect(reports?.sentence).toMatch(/^đã nộp 2\/\d+, đúng hạn 1, muộn 1/);
	});

	it('end with the unit', () => {
		const periods = reportsOf('D1', [])!.periods.map(({ period }) => period);
		expect(periods).toEqual(['Quý II/2025', 'Quý I/2025']);
		expect(reportsOf('D1', [], '2026-05-01')!.periods).toHaveLength(2);
		const later = unitReports(cityGround([], '2026-05-01'), {
			...{ unit: 'D1', year: 2026, language: 'vi' },
			catalogue: productCatalogue()
		});
		expect(later).toBeUndefined();
	});
});
