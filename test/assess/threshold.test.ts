import { describe, expect, it } from 'vitest';
import { edgesOf, targetIn, thresholdOf } from '#lib/assess/threshold.ts';
import { targetWith } from './small-totals.ts';

const stepped = targetWith({
	from: 2026,
	to: 2030,
	threshold: {
		comparator: 'between',
		value: '3',
		max: '4',
		path: [
			{ from: 2027, value: '3.5', max: '4' },
			{ from: 2029, value: '4', max: '5' }
		]
	}
});

describe('a yearly path', () => {
	it('gives each year its value, without the path', () => {
		const held = (year: number) => targetIn(stepped, year).threshold;
		const [first, second, third] = [
			{ comparator: 'between', value: '3', max: '4' },
			{ comparator: 'between', value: '3.5', max: '4' },
			{ comparator: 'between', value: '4', max: '5' }
		];
		expect([2026, 2027, 2028, 2029, 2030].map(held)).toEqual([first, second, second, third, third]);
	});

	it('stands outside its own years as in the nearest of them', () => {
		expect(targetIn(stepped, 2024).threshold?.value).toBe('3');
		expect(targetIn(stepped, 2040).threshold?.value).toBe('4');
	});

	it('is the ground of thresholds and edges of the year', () => {
		expect(thresholdOf(stepped, true, 2028)).toEqual({
			comparator: 'between',
			value: { numerator: 35n, denominator: 1000n },
			max: { numerator: 4n, denominator: 100n }
		});
		expect(edgesOf([stepped], 2029)).toEqual([
			{ numerator: 4n, denominator: 100n },
			{ numerator: 5n, denominator: 100n }
		]);
	});

	it('leaves a target without one as it is', () => {
		const plain = targetWith();
		expect(targetIn(plain, 2028)).toBe(plain);
	});
});
