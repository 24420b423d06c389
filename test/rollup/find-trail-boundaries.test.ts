import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TrailTerm } from '#lib/base/trail.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { findHistory } from '#lib/rollup/find-history.ts';
import { findTrail } from '#lib/rollup/find-trail.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import { useEngine } from '#test/engine/use-engine.ts';
import { QUARTERS, type Story, stories } from './random-lineage.ts';
import { catalogueOf } from './random-reports.ts';
import { totalsOf } from './totals-of.ts';

const engine = useEngine();
const numRuns = Number(process.env['RUNS'] ?? 3);
/** Of each story so many totals are looked into. */
const LOOKS = 5;
const LONG = 300_000;

/** Several measures a side: what is shared out is their sum, once. */
const catalogue = catalogueOf([
	{ id: 'stock', numerator: ['end.a', 'end.b'], denominator: ['ytd.a', 'ytd.b'] },
	{ id: 'flow', numerator: ['sum.a', 'sum.b'], denominator: [] }
]);
const MEASURES = catalogue.indicators.flatMap(({ numerator, denominator }) => [
	...numerator,
	...denominator
]);

function submissionsOf({ fates }: Story) {
	return fates.map((fate, place) => ({
		sequence: place + 1,
		bytes: encodeEntries(
			[...fate.keys()].flatMap((unit, row) =>
				MEASURES.map((measure, column) => ({
					...{ unit, period: QUARTERS[place] ?? '', measure, state: 'figure' as const },
					...{ value: BigInt(row * 37 + column * 11 + place + 1), row: row + 1, column: column + 1 }
				}))
			)
		)
	}));
}

function sumOf(terms: readonly TrailTerm[]): bigint | undefined {
	const sums = terms.flatMap(({ sum }) => sum ?? []);
	return sums.length === 0 ? undefined : sums.reduce((total, sum) => total + sum, 0n);
}

describe('findTrail, on the units of another day', () => {
	test(
		'adds up to the total there, shares and remainders included, and so does the end of the history',
		async () => {
			await fc.assert(
				fc.asyncProperty(
					stories(1),
					fc.constantFrom('2025-12-31', '2024-03-31'),
					fc.nat(),
					async ([story], boundaries, from) => {
						const { units, lineage } = story!;
						const input = { engine: engine(), units, lineage, catalogue, boundaries };
						const submissions = submissionsOf(story!);
						const rollup = readRollup(rollUp({ ...input, submissions }));
						const totals = units.flatMap(({ code }) =>
							rollup.periods
								.flatMap((period) => totalsOf(rollup, { unit: code, period }, catalogue))
								.filter(({ numerator }) => numerator !== undefined)
						);
						for (let look = 0; look < Math.min(LOOKS, totals.length); look++) {
							const total = totals[(from + look * 31) % totals.length]!;
							const { unit, period } = total;
							const indicator = catalogue.indicators.find(({ id }) => id === total.indicator)!;
							const question = { ...input, submissions, indicator, unit, period };
							const trail = await findTrail(question);
							const expected = { numerator: total.numerator, denominator: total.denominator };
							expect({
								numerator: sumOf(trail.numerator),
								denominator: sumOf(trail.denominator)
							}).toEqual(expected);
							const { numerator, denominator } = (await findHistory(question)).steps.at(-1)!;
							expect({ numerator, denominator }).toEqual(expected);
						}
					}
				),
				{ numRuns }
			);
		},
		LONG
	);
});
