import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOutlier, twiceMedian } from '#lib/ingest/modified-score.ts';

const figure = fc.bigInt({ min: 0n, max: 10n ** 6n });
const figures = fc.array(figure, { minLength: 5, maxLength: 12 });

describe('the modified z-score', () => {
	it.each([
		// median 10, deviations 1 0 1 2 0 → MAD 1: above 10 + 3,5 ÷ 0,6745 = 15,19
		[15n, [9n, 10n, 11n, 12n, 10n], false],
		[16n, [9n, 10n, 11n, 12n, 10n], true],
		// median 10,5, deviations 1,5 0,5 0,5 1,5 → MAD 1: below 10,5 − 5,19 = 5,31
		[6n, [9n, 10n, 11n, 12n], false],
		[5n, [9n, 10n, 11n, 12n], true],
		[99n, [7n, 7n, 7n, 7n, 8n], undefined]
	])('of %s beside %s is above 3,5: %s', (own, others, expected) => {
		expect(isOutlier(own, others, '3.5')).toBe(expected);
	});

	it('is what floating-point numbers make of the formula', () => {
		fc.assert(
			fc.property(figure, figures, (own, others) => {
				const median = Number(twiceMedian(others)) / 2;
				const deviations = others.map((other) => Math.abs(Number(other) - median));
				const mad = medianOf(deviations);
				const score = (0.6745 * Math.abs(Number(own) - median)) / mad;
				fc.pre(mad > 0 && Math.abs(score - 3.5) > 1e-9);
				expect(isOutlier(own, others, '3.5')).toBe(score > 3.5);
			})
		);
	});

	it('does not depend on the order of the others', () => {
		fc.assert(
			fc.property(figure, figures, (own, others) => {
				expect(isOutlier(own, others.toReversed(), '3.5')).toBe(isOutlier(own, others, '3.5'));
			})
		);
	});
});

function medianOf(numbers: number[]): number {
	const inOrder = numbers.toSorted((a, b) => a - b);
	const middle = inOrder.slice(
		Math.ceil(numbers.length / 2) - 1,
		Math.floor(numbers.length / 2) + 1
	);
	return middle.reduce((sum, number) => sum + number, 0) / middle.length;
}
