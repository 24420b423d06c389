import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { type Rollup, readRollup } from '#lib/rollup/read-rollup.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import { useEngine } from '#test/engine/use-engine.ts';
import { catalogueOf, type Reports, reports } from './random-reports.ts';
import { referenceRollup } from './reference-rollup.ts';
import { rollUpInSql } from './roll-up-in-sql.ts';

const engine = useEngine();

/** Random cases of a property that boots nothing but takes a rollup or two each. */
const numRuns = Number(process.env['RUNS'] ?? 40);
const LONG = 300_000;

async function rollupOf({ submissions, units, catalogue }: Reports): Promise<Rollup> {
	const encoded = submissions.map(({ sequence, entries }) => ({
		sequence,
		bytes: encodeEntries(entries)
	}));
	return readRollup(rollUp({ submissions: encoded, units, catalogue }));
}

/** Every total of the rollup, by unit, period and indicator. */
async function totalsOf(reports: Reports): Promise<IndicatorTotal[]> {
	const rollup = await rollupOf(reports);
	const codes = [...new Set(reports.units.map(({ code }) => code))].sort();
	return codes.flatMap((unit) => rollup.periods.flatMap((period) => rollup.totalsOf(unit, period)));
}

describe('rollUp, on random organisations and reports', () => {
	test(
		'agrees with the slow reference in every cell',
		async () => {
			await fc.assert(
				fc.asyncProperty(reports, async (reports) => {
					expect(await totalsOf(reports)).toEqual(referenceRollup(reports));
				}),
				{ numRuns }
			);
		},
		LONG
	);

	test(
		'gives the bytes that the SQL gives',
		async () => {
			await fc.assert(
				fc.asyncProperty(reports, async ({ submissions, units, catalogue }) => {
					const encoded = submissions.map(({ sequence, entries }) => ({
						sequence,
						bytes: encodeEntries(entries)
					}));
					const input = { submissions: encoded, units, catalogue };
					expect(rollUp(input)).toEqual(await rollUpInSql(engine(), input));
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
					expect(await totalsOf(backwards)).toEqual(await totalsOf(reports));
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
					expect(await totalsOf(numbered(files.toReversed()))).toEqual(
						await totalsOf(numbered(files))
					);
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
					const totals = await totalsOf({ ...reports, units });
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
	const totalsIn = (rollup: Rollup): IndicatorTotal[] =>
		units.flatMap(({ code }) => rollup.periods.flatMap((each) => rollup.totalsOf(code, each)));
	expect(totalsIn(made)).toEqual(totalsIn(inSql));
	expect(totalsIn(made).some(({ numerator = 0n }) => numerator > 2n ** 55n)).toBe(true);
});
