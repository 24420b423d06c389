import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainChange, splitChange, type PairedPart } from '#lib/assess/explain-change.ts';
import type { Tally } from '#lib/assess/tally.ts';
import { differenceOf, sumOf } from '#lib/base/fraction-arithmetic.ts';
import { anyTally, isSame, totalOf } from './random-tallies.ts';
import { countIndicator, ratioIndicator, totalsFrom } from './small-totals.ts';

const maybe = fc.option(anyTally, { nil: undefined, freq: 4 });

describe('the change of a ratio', () => {
	it('is split into rate and mix as worked out by hand', () => {
		// 40/100 → 60/120: A 30/50 → 30/40, B 10/50 → 30/80; shares A ½ → ⅓, B ½ → ⅔; R = 9/20.
		const parts: PairedPart[] = [
			{
				unit: 'A',
				before: { numerator: 30n, denominator: 50n },
				after: { numerator: 30n, denominator: 40n }
			},
			{
				unit: 'B',
				before: { numerator: 10n, denominator: 50n },
				after: { numerator: 30n, denominator: 80n }
			}
		];
		const change = splitChange({
			before: { numerator: 40n, denominator: 100n },
			after: { numerator: 60n, denominator: 120n },
			parts,
			isRatio: true
		});
		const told = change?.parts.map(({ unit, rate, mix }) => ({ unit, rate, mix }));
		expect({ total: change?.total, parts: told }).toEqual({
			total: { numerator: 1n, denominator: 10n },
			parts: [
				{
					unit: 'B',
					rate: { numerator: 49n, denominator: 480n },
					mix: { numerator: -13n, denominator: 480n }
				},
				{
					unit: 'A',
					rate: { numerator: 1n, denominator: 16n },
					mix: { numerator: -3n, denominator: 80n }
				}
			]
		});
	});

	it('is the exact sum of its parts, of rate and mix, whoever comes or goes', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(maybe, maybe), { minLength: 1, maxLength: 8 }), (pairs) => {
				const [before, after] = [totalOf(pairs.map(([a]) => a)), totalOf(pairs.map(([, b]) => b))];
				fc.pre(before.denominator > 0n && after.denominator > 0n);
				const parts = pairs.map(([earlier, later], place) => ({
					unit: `U${place}`,
					...(earlier && { before: earlier }),
					...(later && { after: later })
				}));
				const change = splitChange({ before, after, parts, isRatio: true })!;
				expect(change.parts.length).toBe(pairs.filter(([a, b]) => a ?? b).length);
				expect(isSame(change.total, differenceOf(after, before))).toBe(true);
				expect(isSame(sumOf(change.parts.map((part) => part.total)), change.total)).toBe(true);
				expect(isSame(sumOf([change.rate, change.mix]), change.total)).toBe(true);
				for (const part of change.parts)
					expect(isSame(sumOf([part.rate, part.mix]), part.total)).toBe(true);
			}),
			{ numRuns: 1500 }
		);
	});

	it('is all mix where no unit changed its own ratio, all rate where no weight moved', () => {
		const of = (numerator: bigint, denominator: bigint): Tally => ({ numerator, denominator });
		const mixed = splitChange({
			before: of(10n, 20n),
			after: of(19n, 30n),
			parts: [
				{ unit: 'A', before: of(9n, 10n), after: of(18n, 20n) },
				{ unit: 'B', before: of(1n, 10n), after: of(1n, 10n) }
			],
			isRatio: true
		});
		expect(mixed?.rate.numerator).toBe(0n);
		const rated = splitChange({
			before: of(10n, 20n),
			after: of(16n, 20n),
			parts: [
				{ unit: 'A', before: of(9n, 10n), after: of(10n, 10n) },
				{ unit: 'B', before: of(1n, 10n), after: of(6n, 10n) }
			],
			isRatio: true
		});
		expect(rated?.mix.numerator).toBe(0n);
	});

	it('has a part of its own for what stands at the unit itself, and tells who came and who left', () => {
		const totals = totalsFrom({
			'2023': { P: [50, 100], A: [30, 60], B: [10, 20] },
			'2024': { P: [90, 120], A: [40, 60], C: [50, 60] }
		});
		const change = explainChange(totals, {
			unit: 'P',
			children: ['A', 'B', 'C'],
			from: '2023',
			to: '2024',
			indicator: ratioIndicator
		})!;
		const told = change.parts.map(({ unit, presence, before, after }) => ({
			unit,
			presence,
			before,
			after
		}));
		expect(told.sort((a, b) => ((a.unit ?? '~') < (b.unit ?? '~') ? -1 : 1))).toEqual([
			{
				unit: 'A',
				presence: 'both',
				before: { numerator: 30n, denominator: 60n },
				after: { numerator: 40n, denominator: 60n }
			},
			{ unit: 'B', presence: 'left', before: { numerator: 10n, denominator: 20n } },
			{ unit: 'C', presence: 'entered', after: { numerator: 50n, denominator: 60n } },
			{ unit: undefined, presence: 'left', before: { numerator: 10n, denominator: 20n } }
		]);
		expect(change.total).toEqual({ numerator: 1n, denominator: 4n });
	});

	it('is not told where the whole has nothing to divide in one of the periods', () => {
		const totals = totalsFrom({ '2023': { P: [0, 0] }, '2024': { P: [1, 2] } });
		const question = { unit: 'P', children: [], from: '2023', to: '2024' };
		expect(explainChange(totals, { ...question, indicator: ratioIndicator })).toBe(undefined);
		expect(explainChange(totals, { ...question, from: '2022', indicator: ratioIndicator })).toBe(
			undefined
		);
	});

	it('is the difference of each unit for a count', () => {
		const totals = totalsFrom({
			'2023': { P: [5], A: [3], B: [2] },
			'2024': { P: [9], A: [8], B: [1] }
		});
		const change = explainChange(totals, {
			unit: 'P',
			children: ['A', 'B'],
			from: '2023',
			to: '2024',
			indicator: countIndicator
		})!;
		expect(change.parts.map(({ unit, total: { numerator } }) => [unit, numerator])).toEqual([
			['A', 5n],
			['B', -1n]
		]);
		expect(change.total).toEqual({ numerator: 4n, denominator: 1n });
	});
});
