import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paretoOf, splitGap } from '#lib/assess/pareto.ts';
import type { TallyPart } from '#lib/assess/tally.ts';
import { sumOf } from '#lib/base/fraction-arithmetic.ts';
import { anyTally, isSame, totalOf } from './random-tallies.ts';
import { countIndicator, ratioIndicator, targetWith, totalsFrom } from './small-totals.ts';

describe('the gap to a target', () => {
	it('of the whole is the exact sum of those of its parts, and the shares end at one', () => {
		const comparator = fc.constantFrom('>=', '>', '=', '<=', '<', 'between' as const);
		fc.assert(
			fc.property(
				fc.array(anyTally, { minLength: 1, maxLength: 8 }),
				comparator,
				fc.bigInt(0n, 100n),
				(tallies, chosen, percent) => {
					const whole = totalOf(tallies);
					fc.pre(whole.denominator > 0n);
					const parts: TallyPart[] = tallies.map((each, place) => ({
						unit: `U${place}`,
						tally: each
					}));
					const threshold = {
						comparator: chosen,
						value: { numerator: percent, denominator: 100n },
						max: { numerator: percent + 5n, denominator: 100n }
					};
					const pareto = splitGap({ whole, parts, threshold })!;
					const gaps = [...pareto.lacking, ...pareto.offsetting];
					expect(gaps.length).toBe(parts.length);
					expect(isSame(sumOf(gaps.map(({ gap }) => gap)), pareto.gap)).toBe(true);
					if (pareto.lacking.length > 0)
						expect(pareto.lacking.at(-1)?.cumulative).toEqual({ numerator: 1n, denominator: 1n });
				}
			),
			{ numRuns: 1000 }
		);
	});

	it('names who lacks most first, each with its own shortfall, and who offsets them', () => {
		const of = (unit: string, numerator: bigint, denominator: bigint): TallyPart => ({
			unit,
			tally: { numerator, denominator }
		});
		const pareto = splitGap({
			whole: { numerator: 84n, denominator: 100n },
			parts: [
				of('A', 20n, 25n),
				of('B', 25n, 40n),
				of('C', 35n, 35n),
				{ unit: 'D' },
				of('E', 4n, 0n)
			],
			threshold: { comparator: '>=', value: { numerator: 90n, denominator: 100n } }
		})!;
		expect(pareto.gap).toEqual({ numerator: 6n, denominator: 1n });
		expect(
			pareto.lacking.map(({ unit, gap, shortfall, cumulative }) => ({
				unit,
				gap,
				shortfall,
				cumulative
			}))
		).toEqual([
			{
				unit: 'B',
				gap: { numerator: 11n, denominator: 1n },
				shortfall: 11n,
				cumulative: { numerator: 22n, denominator: 27n }
			},
			{
				unit: 'A',
				gap: { numerator: 5n, denominator: 2n },
				shortfall: 3n,
				cumulative: { numerator: 1n, denominator: 1n }
			}
		]);
		expect(pareto.offsetting.map(({ unit, gap }) => ({ unit, gap }))).toEqual([
			{ unit: 'E', gap: { numerator: -4n, denominator: 1n } },
			{ unit: 'C', gap: { numerator: -7n, denominator: 2n } }
		]);
	});

	it('speaks of the threshold of the year, and not of counts', () => {
		const totals = totalsFrom({ '2024': { P: [84, 100], A: [84, 100] } });
		const question = { unit: 'P', children: ['A'], period: '2024' };
		const target = targetWith({
			threshold: { comparator: '>=', value: '80', path: [{ from: 2024, value: '90' }] }
		});
		expect(paretoOf(totals, { ...question, indicator: ratioIndicator, target })?.gap).toEqual({
			numerator: 6n,
			denominator: 1n
		});
		expect(paretoOf(totals, { ...question, indicator: countIndicator, target })).toBe(undefined);
	});
});
