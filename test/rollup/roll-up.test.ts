import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndicatorTotal, Totals } from '#lib/base/indicator-total.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { rollUp, type RollupInput } from '#lib/rollup/roll-up.ts';
import { useEngine } from '#test/engine/use-engine.ts';
import { catalogueOf, type Reports, reports } from './random-reports.ts';
import { referenceRollup } from './reference-rollup.ts';
import { rollUpInSql } from './roll-up-in-sql.ts';
import { totalsOf } from './totals-of.ts';

const engine = useEngine();

/** Random cases of a property that boots nothing but takes a rollup or two each. */
const numRuns = Number(process.env['RUNS'] ?? 40);
const LONG = 300_000;

function inputOf({ submissions, units, catalogue }: Reports): RollupInput {
	const encoded = submissions.map(({ sequence, entries }) => ({
		sequence,
		bytes: encodeEntries(entries)
	}));
	return { submissions: encoded, units, catalogue };
}

function rollupOf(reports: Reports): Totals {
	return readRollup(rollUp(inputOf(reports)));
}

/** Every total of the rollup, by unit, period and indicator. */
function allTotals(rollup: Totals, { units, catalogue }: Reports): IndicatorTotal[] {
	const codes = [...new Set(units.map(({ code }) => code))].sort();
	return codes.flatMap((unit) =>
		rollup.periods.flatMap((period) => totalsOf(rollup, { unit, period }, catalogue))
	);
}

function totalsOfAll(reports: Reports): IndicatorTotal[] {
	return allTotals(rollupOf(reports), reports);
}

describe('rollUp, on random organisations and reports', () => {
	test(
		'agrees with the slow reference in every cell',
		async () => {
			await fc.assert(
				fc.asyncProperty(reports, async (reports) => {
					expect(totalsOfAll(reports)).toEqual(referenceRollup(reports));
				}),
				{ numRuns }
			);
		},
		LONG
	);

	test(
		'agrees with the SQL in every cell',
		async () => {
			await fc.assert(
				fc.asyncProperty(reports, async (reports) => {
					const inSql = readRollup(await rollUpInSql(engine(), inputOf(reports)));
					const rollup = rollupOf(reports);
					expect(rollup.periods).toEqual(inSql.periods);
					expect(allTotals(rollup, reports)).toEqual(allTotals(inSql, reports));
				}),
				{ numRuns }
			);
		},
		LONG
	);

	test(
		'does not depend on the order of the files',
		async () => {
			await fc.assert(
				fc.asyncProperty(reports, async (reports) => {
					const backwards = { ...reports, submissions: reports.submissions.toReversed() };
					expect(totalsOfAll(backwards)).toEqual(totalsOfAll(reports));
				}),
				{ numRuns: numRuns / 4 }
			);
		},
		LONG
	);

	test(
		'does not depend on the sequence of files that speak of different units',
		async () => {
			await fc.assert(
				fc.asyncProperty(reports, async (reports) => {
					const entries = reports.submissions.flatMap((submission) => submission.entries);
					const files = [...new Set(entries.map(({ unit }) => unit))].map((code) =>
						entries.filter(({ unit }) => unit === code)
					);
					const numbered = (order: typeof files): Reports => ({
						...reports,
						submissions: order.map((entries, sequence) => ({ sequence, entries }))
					});
					expect(totalsOfAll(numbered(files.toReversed()))).toEqual(totalsOfAll(numbered(files)));
				}),
				{ numRuns: numRuns / 4 }
			);
		},
		LONG
	);

	test(
		'gives a unit the sums of the units below it where they gave anything',
		async () => {
			await fc.assert(
				fc.asyncProperty(reports, async (reports) => {
					const units = reports.units
						.filter(({ code }, index, all) => all.findIndex((it) => it.code === code) === index)
						.map((unit) => ({ ...unit, validFrom: '2020-01-01', validTo: undefined }));
					const totals = totalsOfAll({ ...reports, units });
					for (const total of totals.filter(({ period }) => period.includes('Q'))) {
						const children = totals.filter(
							({ unit, period, indicator }) =>
								period === total.period &&
								indicator === total.indicator &&
								units.find(({ code }) => code === unit)?.parent === total.unit
						);
						const given = children.filter(({ numerator }) => numerator !== undefined);
						if (given.length === 0 || indicatorOf(reports, total).numerator.length > 1) continue;
						expect(total.numerator).toBe(
							given.reduce((sum, { numerator = 0n }) => sum + numerator, 0n)
						);
					}
				}),
				{ numRuns: numRuns / 4 }
			);
		},
		LONG
	);
});

function indicatorOf({ catalogue }: Reports, total: IndicatorTotal) {
	return catalogue.indicators.find(({ id }) => id === total.indicator)!;
}

test('figures that floats do not hold are added up exactly', async () => {
	const [{ units, catalogue }] = fc.sample(reports, { numRuns: 1, seed: 3 }) as [Reports];
	const entries = [2n ** 53n + 1n, 2n ** 55n + 3n].flatMap((value, place) =>
		units.map(({ code }) => ({
			...{ unit: code, period: `2025-Q${place + 1}`, value: value + BigInt(code.length) },
			...{ measure: 'sum.a', state: 'figure' as const, row: 1, column: 1 }
		}))
	);
	const only = catalogueOf([
		{ id: 'flow', numerator: ['sum.a'], denominator: ['end.a'] },
		{ id: 'other', numerator: ['end.b'], denominator: ['sum.a'] }
	]);
	const submissions = [{ sequence: 1, bytes: encodeEntries(entries) }];
	const input = { units, submissions, catalogue: { ...catalogue, ...only } };
	const [made, inSql] = [readRollup(rollUp(input)), readRollup(await rollUpInSql(engine(), input))];
	const totalsIn = (rollup: Totals): IndicatorTotal[] =>
		units.flatMap(({ code }) =>
			rollup.periods.flatMap((period) => totalsOf(rollup, { unit: code, period }, input.catalogue))
		);
	expect(totalsIn(made)).toEqual(totalsIn(inSql));
	expect(totalsIn(made).some(({ numerator = 0n }) => numerator > 2n ** 55n)).toBe(true);
});
