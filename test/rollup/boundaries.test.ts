import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Totals } from '#lib/base/indicator-total.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { rollUp, type RollupInput } from '#lib/rollup/roll-up.ts';
import { useEngine } from '#test/engine/use-engine.ts';
import { QUARTERS, type Story, stories } from './random-lineage.ts';
import { catalogueOf } from './random-reports.ts';
import { expectedOn } from './reference-boundaries.ts';
import { rollUpInSql } from './roll-up-in-sql.ts';
import { totalsOf } from './totals-of.ts';

/*
 * A thousand random organisations stand side by side in one list, each a tree of its own with a
 * root that stays, so that one rollup computes them all.
 */
const ORGANISATIONS = Number(process.env['RUNS'] ?? 1000);
/** Every run of the checks takes the same thousand; SEED=n takes another one. */
const SEED = Number(process.env['SEED'] ?? 20261122);
const LONG = 900_000;
const TODAY = '2025-12-31';
const LONG_AGO = '2024-03-31';

const engine = useEngine();

const catalogue = catalogueOf([
	{ id: 'stock', numerator: ['end.a'], denominator: ['end.b'] },
	{ id: 'flow', numerator: ['sum.a'], denominator: [] },
	{ id: 'rating', numerator: ['year.a'], denominator: ['year.b'] }
]);
const MEASURES = ['end.a', 'end.b', 'sum.a', 'year.a', 'year.b'];

/** What a unit reports of a measure in a quarter: one in eleven nothing, the others any number. */
function figureOf(unit: string, quarter: string, measure: string): bigint | undefined {
	let mixed = 7;
	for (const character of `${unit} ${quarter} ${measure}`)
		mixed = (mixed * 31 + (character.codePointAt(0) ?? 0)) % 99_991;
	return mixed % 11 === 0 ? undefined : BigInt(mixed % 500);
}

function inputOf(all: Story[], boundaries?: string): RollupInput {
	const entries = all.flatMap(({ fates }) =>
		fates.flatMap((fate, place) =>
			[...fate.keys()].flatMap((unit) =>
				MEASURES.flatMap((measure) => {
					const period = QUARTERS[place] ?? '';
					const value = figureOf(unit, period, measure);
					if (value === undefined) return [];
					return [{ unit, period, measure, state: 'figure' as const, value, row: 1, column: 1 }];
				})
			)
		)
	);
	return {
		submissions: [{ sequence: 1, bytes: encodeEntries(entries) }],
		units: all.flatMap(({ units }) => units),
		lineage: all.flatMap(({ lineage }) => lineage),
		catalogue,
		boundaries
	};
}

function rolledUp(all: Story[], boundaries?: string): Uint8Array {
	return rollUp(inputOf(all, boundaries));
}

/** The roots' sums, all periods and indicators; nothing reported is told from zero. */
function wholeTrees(all: Story[], rollup: Totals): string[] {
	return all.flatMap(({ root }) =>
		rollup.periods.flatMap((period) =>
			totalsOf(rollup, { unit: root, period }, catalogue).map(
				({ indicator, numerator, denominator, reported, expected, asOf }) =>
					`${root} ${period} ${indicator} ${numerator}/${denominator} ${reported}/${expected} ${asOf}`
			)
		)
	);
}

describe('a boundary mode, on a thousand random organisations', () => {
	test(
		'keeps the sums of every whole tree, gives each heir its part, and is undone without a trace',
		async () => {
			await fc.assert(
				fc.asyncProperty(stories(ORGANISATIONS), async (all) => {
					const reported = readRollup(rolledUp(all));
					const today = readRollup(rolledUp(all, TODAY));
					const longAgo = readRollup(rolledUp(all, LONG_AGO));
					expect([reported.boundaries, today.boundaries]).toEqual([undefined, TODAY]);
					expect(wholeTrees(all, today)).toEqual(wholeTrees(all, reported));
					expect(wholeTrees(all, longAgo)).toEqual(wholeTrees(all, reported));
					for (const story of all) {
						for (const [place, period] of QUARTERS.entries()) {
							const figures = (unit: string) => ({
								numerator: figureOf(unit, period, 'end.a'),
								denominator: figureOf(unit, period, 'end.b')
							});
							expect(shownOn(today, story, period)).toEqual(
								expectedOn(story, { place, day: TODAY, figures })
							);
						}
					}
					const few = all.slice(0, 20);
					const before = rolledUp(few, TODAY);
					const without = few.map((story) => ({ ...story, lineage: [] }));
					expect(rolledUp(without, TODAY)).not.toEqual(before);
					expect(rolledUp(few, TODAY)).toEqual(before);
					for (const boundaries of [undefined, TODAY, LONG_AGO]) {
						const input = inputOf(few, boundaries);
						expect(rollUp(input)).toEqual(await rollUpInSql(engine(), input));
					}
				}),
				{ numRuns: 1, seed: SEED, endOnFailure: true }
			);
		},
		LONG
	);
});

/** What a story's units show of their stock, without what is the same in every mode. */
function shownOn(rollup: Totals, { units }: Story, period: string) {
	const codes = [...new Set(units.map(({ code }) => code))].sort();
	return codes.flatMap((unit) => {
		const total = rollup.total(unit, period, 'stock');
		if (!total) return [];
		const { numerator, denominator, expected, remainder, unallocated } = total;
		return [{ unit, numerator, denominator, expected, remainder, unallocated }];
	});
}
