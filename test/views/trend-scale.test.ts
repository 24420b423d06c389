import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trendScale } from '#lib/views/trend-scale.ts';

describe('the upright axis of a trend', () => {
	it('takes round ends around the numbers', () => {
		expect(trendScale([85.2, 92.4, 90], true)).toEqual({
			min: 84,
			max: 94,
			interval: 2,
			decimals: 0
		});
		expect(trendScale([3, 4, 3.4, 4.2], true)).toEqual({
			min: 2.5,
			max: 5,
			interval: 0.5,
			decimals: 1
		});
	});

	it('ends at 100 where no ratio is above it', () => {
		expect(trendScale([97.1, 100], true).max).toBe(100);
		expect(trendScale([97.1, 130], true).max).toBeGreaterThan(130);
	});

	it('steps a count by whole numbers', () => {
		expect(trendScale([1, 3, 9], false)).toEqual({ min: 0, max: 10, interval: 2, decimals: 0 });
		expect(trendScale([1, 1], false).interval).toBe(1);
	});

	it('stands without numbers too', () => {
		expect(trendScale([], true)).toEqual({ min: 0, max: 100, interval: 25, decimals: 0 });
	});

	it('holds every number, in at most six steps', () => {
		const percents = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 });
		fc.assert(
			fc.property(percents, (numbers) => {
				const { min, max, interval } = trendScale(numbers, true);
				expect(min).toBeLessThanOrEqual(Math.min(...numbers));
				expect(max).toBeGreaterThanOrEqual(Math.max(...numbers));
				expect(max).toBeLessThanOrEqual(100);
				expect((max - min) / interval).toBeLessThanOrEqual(7);
			})
		);
	});
});
