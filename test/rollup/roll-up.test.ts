import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { type Rollup, readRollup } from '#lib/rollup/read-rollup.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import { useEngine } from '#test/engine/use-engine.ts';
import { type Reports, reports } from './random-reports.ts';
import { referenceRollup } from './reference-rollup.ts';

const engine = useEngine();

async function rollupOf({ submissions, units, catalogue }: Reports): Promise<Rollup> {
	const encoded = submissions.map(({ sequence, entries }) => ({
		sequence,
		bytes: encodeEntries(entries)
	}));
	return readRollup(await rollUp({ engine: engine(), submissions: encoded, units, catalogue }));
}

/** Every total of the rollup, by unit, period and indicator. */
function totalsIn(rollup: Rollup, { units }: Reports): IndicatorTotal[] {
	const codes = [...new Set(units.map(({ code }) => code))].sort();
	return codes.flatMap((unit) => rollup.periods.flatMap((period) => rollup.totalsOf(unit, period)));
}

describe('rollUp', () => {
	test('agrees with the slow reference in every cell', async () => {
		await fc.assert(
			fc.asyncProperty(reports, async (reports) => {
				expect(totalsIn(await rollupOf(reports), reports)).toEqual(referenceRollup(reports));
			}),
			{ numRuns: Number(process.env['RUNS'] ?? 60) }
		);
	}, 600_000);
});
