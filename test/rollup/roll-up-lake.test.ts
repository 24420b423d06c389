import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import { bootNativeEngine } from '#lib/engine/boot-native-engine.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { cutSlices, type Slice } from '#lib/rollup/cut-slices.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { type LakeRollup, rollUpLake } from '#lib/rollup/roll-up-lake.ts';
import { layLake } from './lay-lake.ts';
import { type Reports, reports } from './random-reports.ts';
import { referenceRollup } from './reference-rollup.ts';
import { totalsOf } from './totals-of.ts';

const numRuns = Number(process.env['RUNS'] ?? 8);
const LONG = 300_000;

/** What becomes of the reports as a lake, with a folder and an engine of its own. */
async function rolledUp<Answer>(
	reports: Reports,
	ask: (found: { rollup: LakeRollup; slices: Slice[]; engine: Engine }) => Answer
): Promise<Answer> {
	const folder = await mkdtemp(join(tmpdir(), 'thuocdo-lake-'));
	const engine = await bootNativeEngine({ scratch: folder, threads: 2 });
	try {
		const figures = await layLake(engine, folder, reports.submissions);
		const { units, catalogue } = reports;
		const rollup = await rollUpLake({
			...{ engine, units, catalogue, figures, rowsAtATime: 200 },
			partPath: (part) => join(folder, `part-${part}.parquet`)
		});
		const slices: Slice[] = [];
		const totals = join(folder, 'part-*.parquet');
		await cutSlices(
			{ engine, units, keys: rollup.keys, totals, rowsAtATime: 500 },
			async (slice) => void slices.push(slice)
		);
		return ask({ rollup, slices, engine });
	} finally {
		await engine.close();
		await rm(folder, { recursive: true });
	}
}

/** Every total of every slice, a unit's totals once, by unit, period and indicator. */
function totalsIn(slices: readonly Slice[], { catalogue }: Reports): IndicatorTotal[] {
	const byUnit = new Map<string, IndicatorTotal[]>();
	for (const { units, bytes } of slices) {
		const rollup = readRollup(bytes);
		for (const unit of units) {
			const totals = rollup.periods.flatMap((period) =>
				totalsOf(rollup, { unit, period }, catalogue)
			);
			if (byUnit.has(unit)) expect(totals).toEqual(byUnit.get(unit));
			byUnit.set(unit, totals);
		}
	}
	return [...byUnit.keys()].sort().flatMap((unit) => byUnit.get(unit) ?? []);
}

describe('rollUpLake, on random organisations and reports', () => {
	test(
		'agrees with the slow reference in every cell, read slice by slice',
		async () => {
			const some = reports.filter(({ submissions }) =>
				submissions.some(({ entries }) => entries.length > 0)
			);
			await fc.assert(
				fc.asyncProperty(some, async (reports) => {
					const totals = await rolledUp(reports, ({ slices }) => totalsIn(slices, reports));
					expect(totals).toEqual(referenceRollup(reports));
				}),
				{ numRuns }
			);
		},
		LONG
	);
});

describe('rollUpLake', () => {
	test('counts the rows that it sets aside, by reason', async () => {
		const [{ units, catalogue, submissions }] = fc.sample(
			reports.filter((it) => it.submissions.length > 0),
			{ numRuns: 1, seed: 7 }
		) as [Reports];
		const known = {
			unit: units[0]?.code ?? '',
			period: '2024-Q1',
			measure: 'end.a',
			...{ state: 'figure' as const, value: 1n, row: 1, column: 1 }
		};
		const odd = [
			{ ...known, unit: 'nobody' },
			{ ...known, unit: 'nobody' },
			{ ...known, measure: 'nothing' },
			{ ...known, state: 'perhaps' as 'figure' },
			{ ...known, value: -1n }
		];
		expect(submissions.length).toBeGreaterThan(0);
		const laid = { units, catalogue, submissions: [{ sequence: 1, entries: [known, ...odd] }] };
		expect(await rolledUp(laid, ({ rollup }) => rollup.aside)).toEqual([
			{ reason: 'negative', figures: 1 },
			{ reason: 'unknown-measure', figures: 1 },
			{ reason: 'unknown-state', figures: 1 },
			{ reason: 'unknown-unit', figures: 2 }
		]);
	});
});
