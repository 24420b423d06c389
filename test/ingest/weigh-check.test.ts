import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check, MissingPolicy } from '#lib/catalogue/catalogue.ts';
import { type Addend, splitTerm, weighCheck, type Weight } from '#lib/ingest/weigh-check.ts';

const plus = (...weights: Weight[]): Addend[] =>
	weights.map((weight) => ({ minus: false, weight }));
const rule = (missing: MissingPolicy, more: Partial<Check> = {}) => ({
	...{ comparator: '=' as const, missing, ...more }
});
const X = 'not-applicable';
const BLANK = 'missing';

describe('a rule on missing figures', () => {
	it.each<[MissingPolicy, Weight[], [bigint, boolean] | undefined]>([
		['skip', [5n, 3n], [8n, false]],
		['skip', [5n, BLANK], undefined],
		['skip', [5n, X], undefined],
		['x-is-zero', [5n, X], [5n, false]],
		['x-is-zero', [5n, BLANK], undefined],
		['x-is-zero', [X, X], undefined],
		['blank-is-zero', [5n, BLANK], [5n, true]],
		['blank-is-zero', [5n, X], [5n, false]],
		['blank-is-zero', [BLANK, BLANK], undefined],
		['blank-is-zero', [5n, undefined], undefined]
	])('%s makes of %s', (missing, weights, expected) => {
		const weighed = weighCheck(rule(missing), { left: plus(8n), right: plus(...weights) });
		expect(weighed && [weighed.right, weighed.hasBlanks]).toEqual(expected);
	});
});

describe('the sides of a rule', () => {
	const figures = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1 });
	const sum = (all: readonly bigint[]): bigint => all.reduce((total, one) => total + one, 0n);

	it('are added up exactly, whatever the order', () => {
		fc.assert(
			fc.property(figures, figures, (left, right) => {
				const sides = { left: plus(...left), right: plus(...right.toReversed()) };
				expect(weighCheck(rule('skip'), sides)).toEqual({
					...{ left: sum(left), right: sum(right), hasBlanks: false },
					holds: sum(left) === sum(right)
				});
				expect(weighCheck(rule('skip', { comparator: '<=' }), sides)?.holds).toBe(
					sum(left) <= sum(right)
				);
			})
		);
	});

	it('take off what has a minus', () => {
		expect(splitTerm('-b2.tu_tran')).toEqual({ measure: 'b2.tu_tran', minus: true });
		const right = [...plus(9n), { minus: true, weight: 4n }];
		expect(weighCheck(rule('skip'), { left: plus(5n), right })?.holds).toBe(true);
	});

	it.each([
		[120n, 100n, { percent: 0, units: 20 }, true],
		[121n, 100n, { percent: 0, units: 20 }, false],
		[125n, 100n, { percent: 20, units: 0 }, true],
		[126n, 100n, { percent: 20, units: 0 }, false],
		[100n, 126n, { percent: 20, units: 0 }, false]
	])('of %s and %s are alike within %j: %s', (left, right, tolerance, expected) => {
		const sides = { left: plus(left), right: plus(right) };
		expect(weighCheck(rule('skip', { tolerance }), sides)?.holds).toBe(expected);
	});
});
