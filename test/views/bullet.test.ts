import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingOf } from '#lib/assess/standing.ts';
import { scaleOf } from '#lib/views/bullet.ts';
import { assessmentsInForce } from '#lib/views/overview-target.ts';
import { factsOf, indicatorOf } from './example-facts.ts';

function scale(id: string, numerator: number, denominator?: number) {
	const facts = factsOf({ unit: 'MH', period: '2024', indicator: id, numerator, denominator });
	const standing = standingOf(facts, { path: ['MH'], period: '2024', indicator: indicatorOf(id) });
	const inForce = assessmentsInForce(standing, '2024');
	return scaleOf({ standing, inForce, language: 'vi' });
}

describe('the axis of a bar', () => {
	it('reaches 100 % beside a high target', () => {
		expect(scale('members-rated-good', 15_210, 16_230).end).toBe('100%');
	});

	it('reaches twice a low target, whose mark stands in the middle', () => {
		const { end, marks, value } = scale('plan-women', 262, 947);
		expect(end).toBe('50%');
		expect(marks.map(({ at }) => at)).toEqual([0.5]);
		expect(value).toBeCloseTo(262 / 947 / 0.5);
	});

	it('holds the band of a band target', () => {
		expect(scale('admission-rate', 557, 16_435).band).toEqual({ from: 0.375, to: 0.5 });
	});

	it('grows with a value that passes its usual end, up to 100 %', () => {
		expect(scale('plan-young', 47, 100).end).toBe('50%');
		expect(scale('plan-young', 98, 100).end).toBe('100%');
	});

	it('passes 100 % where the value may', () => {
		expect(scale('admission-quota', 557, 550).end).toBe('120%');
	});

	it('reaches a round number beside a count', () => {
		expect(scale('committee-course', 9).end).toBe('10');
		expect(scale('committee-course', 0).end).toBe('2,5');
	});

	it('holds every value', () => {
		const count = fc.integer({ min: 0, max: 5000 });
		fc.assert(
			fc.property(count, fc.integer({ min: 1, max: 5000 }), (numerator, denominator) => {
				const { value } = scale('admission-quota', numerator, denominator);
				expect(value).toBeGreaterThanOrEqual(0);
				expect(value).toBeLessThanOrEqual(1);
			})
		);
	});
});
