import { describe, expect, it } from 'vitest';
import { sparklineOf, sparklinePath } from '#lib/views/sparkline.ts';
import { factsOf, type Figure, indicatorOf } from './example-facts.ts';

const women = indicatorOf('plan-women');
const figure = (period: string, numerator?: number): Figure => ({
	unit: 'MH',
	period,
	indicator: 'plan-women',
	numerator,
	denominator: numerator === undefined ? undefined : 100
});
const viewpoint = { path: ['MH'], period: '2024', language: 'vi' } as const;

describe('a sparkline', () => {
	it('runs over the periods of one kind up to the one shown', () => {
		const facts = factsOf(
			figure('2022', 20),
			figure('2023'),
			figure('2023-Q4', 99),
			figure('2024', 30),
			figure('2025', 90)
		);
		const trend = sparklineOf(facts, women, viewpoint)!;
		expect(trend.points.map(({ period, x }) => [period, x])).toEqual([
			['2022', 0],
			['2023', 0.5],
			['2024', 1]
		]);
		expect(trend.sentence).toBe('Năm 2022: 20,00%; Năm 2023: Chưa có số liệu; Năm 2024: 30,00%');
		const [first, missing, last] = trend.points;
		expect(missing?.y).toBeUndefined();
		expect(first?.y).toBeLessThan(trend.target!);
		expect(last?.y).toBeGreaterThan(trend.target!);
	});

	it('is absent where fewer than two periods have a value', () => {
		expect(sparklineOf(factsOf(figure('2024', 30)), women, viewpoint)).toBeUndefined();
	});

	it('does not join what stands on either side of a change of rules', () => {
		const facts = factsOf(figure('2023', 20), figure('2024', 30), figure('2025', 40));
		const trend = sparklineOf(facts, women, { ...viewpoint, period: '2025' })!;
		expect(trend.points.map(({ isApart }) => isApart)).toEqual([false, false, true]);
		expect(sparklinePath(trend.points, { width: 100, height: 20 }).match(/[ML]/g)).toEqual([
			...['M', 'L', 'M']
		]);
	});

	it('breaks its line where a value is missing', () => {
		const point = (x: number, y?: number) => ({
			period: '2024',
			words: '',
			x,
			y,
			isApart: false
		});
		const points = [point(0, 0), point(0.25, 1), point(0.5), point(0.75, 0.5), point(1, 0.5)];
		expect(sparklinePath(points, { width: 100, height: 20 })).toBe(
			'M0.0 20.0L25.0 0.0M75.0 10.0L100.0 10.0'
		);
	});
});
