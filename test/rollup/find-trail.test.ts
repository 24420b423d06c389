import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Trail, TrailTerm } from '#lib/base/trail.ts';
import { findTrail } from '#lib/rollup/find-trail.ts';
import { useEngine } from '#test/engine/use-engine.ts';
import { reports } from './random-reports.ts';
import { questionsOf, rollupOf } from './random-trails.ts';

const engine = useEngine();
const numRuns = Number(process.env['RUNS'] ?? 4);
/** Of each random case so many totals are looked into. */
const LOOKS = 3;
const LONG = 300_000;

function sumOf(terms: readonly TrailTerm[]): bigint | undefined {
	const sums = terms.flatMap(({ sum }) => sum ?? []);
	return sums.length === 0 ? undefined : sums.reduce((total, sum) => total + sum, 0n);
}

function cellsOf({ numerator, denominator }: Trail) {
	return [...numerator, ...denominator].flatMap(({ figures, setAside }) => [
		...figures,
		...setAside
	]);
}

describe('findTrail, on random organisations and reports', () => {
	test(
		'adds up to the total of the rollup, for any unit and period',
		async () => {
			await fc.assert(
				fc.asyncProperty(reports, fc.nat(), async (reports, from) => {
					const questions = questionsOf(reports, rollupOf(reports), engine());
					for (let look = 0; look < Math.min(LOOKS, questions.length); look++) {
						const { total, question } = questions[(from + look * 97) % questions.length]!;
						const trail = await findTrail(question);
						expect({
							numerator: sumOf(trail.numerator),
							denominator: sumOf(trail.denominator),
							missing: trail.missing.length
						}).toEqual({
							numerator: total.numerator,
							denominator: total.denominator,
							missing: total.pending.units
						});
					}
				}),
				{ numRuns }
			);
		},
		LONG
	);

	test(
		'names cells that say in their submission what the trail says',
		async () => {
			await fc.assert(
				fc.asyncProperty(reports, fc.nat(), async (reports, from) => {
					const placed = {
						...reports,
						submissions: reports.submissions.map(({ sequence, entries }) => ({
							sequence,
							entries: entries.map((entry, row) => ({ ...entry, row: row + 1 }))
						}))
					};
					const questions = questionsOf(placed, rollupOf(placed), engine());
					for (let look = 0; look < Math.min(LOOKS, questions.length); look++) {
						const { question } = questions[(from + look * 97) % questions.length]!;
						for (const figure of cellsOf(await findTrail(question))) {
							const submission = placed.submissions.find(
								({ sequence }) => sequence === figure.sequence
							);
							const cells = figure.cells.map(({ row, value }) => {
								const { unit, period, state } = submission!.entries[row - 1]!;
								expect({ unit, period, state }).toEqual({
									unit: figure.unit,
									period: figure.period,
									state: 'figure'
								});
								return value;
							});
							expect(cells.reduce((sum, value) => sum + value, 0n)).toBe(figure.value);
						}
					}
				}),
				{ numRuns }
			);
		},
		LONG
	);
});
