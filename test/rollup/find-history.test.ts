import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHistory } from '#lib/rollup/find-history.ts';
import { useEngine } from '#test/engine/use-engine.ts';
import { type Reports, reports } from './random-reports.ts';
import { questionsOf, rollupOf } from './random-trails.ts';

const engine = useEngine();
const numRuns = Number(process.env['RUNS'] ?? 4);
const LOOKS = 3;
const LONG = 300_000;

interface Figure {
	numerator?: bigint;
	denominator?: bigint;
}

function figureOf({ numerator, denominator }: Figure): Figure {
	return { numerator, denominator };
}

describe('findHistory, on random organisations and reports', () => {
	test(
		'says after each submission what the rollup said then',
		async () => {
			await fc.assert(
				fc.asyncProperty(reports, fc.nat(), async (reports, from) => {
					const ends = reports.submissions.map(({ sequence }) => sequence);
					const upTo = (last: number): Reports => ({
						...reports,
						submissions: reports.submissions.filter(({ sequence }) => sequence <= last)
					});
					const rollups = [];
					for (const end of ends) rollups.push(rollupOf(upTo(end)));
					const questions = questionsOf(reports, rollupOf(reports), engine());
					for (let look = 0; look < Math.min(LOOKS, questions.length); look++) {
						const { total, question } = questions[(from + look * 97) % questions.length]!;
						const { steps } = await findHistory(question);
						for (const [place, end] of ends.entries()) {
							const then = rollups[place]!.total(total.unit, total.period, total.indicator);
							const step = steps.findLast(({ sequence }) => sequence <= end);
							expect(figureOf(step ?? {})).toEqual(figureOf(then ?? {}));
						}
					}
				}),
				{ numRuns }
			);
		},
		LONG
	);
});
