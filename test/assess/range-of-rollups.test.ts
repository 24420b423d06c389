import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#lib/assess/assess.ts';
import { openRangeOf } from '#lib/assess/range.ts';
import { valueOf } from '#lib/assess/value.ts';
import { compareFractions } from '#lib/base/fraction.ts';
import type { Totals } from '#lib/base/indicator-total.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { rollUpSmallCity } from '#test/rollup/small-city.ts';
import { ratioIndicator, targetWith } from './small-totals.ts';

const settings = productSettings();
const UNITS = ['east', 'west', 'bloc'];
const KINDS = ['year', 'end', 'ytd'];

interface Sent {
	known: number;
	whole: number;
	part: number;
}

const sent = fc
	.integer({ min: 5, max: 60 })
	.chain((known) =>
		fc
			.integer({ min: Math.ceil((known * 4) / 5), max: Math.floor((known * 6) / 5) })
			.chain((whole) => fc.integer({ min: 0, max: whole }).map((part) => ({ known, whole, part })))
	);

function lines(unit: string, period: string, [part, whole]: [number, number]): string {
	return KINDS.map(
		(id) => `${unit} ${period} ${id}.a ${part}\n${unit} ${period} ${id}.b ${whole}`
	).join('\n');
}

/** The rollups after each set of the three reports of the fourth quarter; one bit for each unit. */
async function rollupsOf(reports: readonly Sent[]): Promise<Totals[]> {
	const before = reports.map(({ known }, place) => lines(UNITS[place]!, '2023-Q4', [0, known]));
	const rollups: Totals[] = [];
	for (let set = 0; set < 8; set++) {
		const arrived = reports.flatMap(({ part, whole }, place) =>
			set & (1 << place) ? [lines(UNITS[place]!, '2024-Q4', [part, whole])] : []
		);
		rollups.push(rollUpSmallCity([...before, ...arrived]));
	}
	return rollups;
}

describe('over real rollups', () => {
	it('no order of reports turns a verdict or leaves the range', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.tuple(sent, sent, sent),
				fc.integer({ min: 1, max: 100 }),
				async (reports, percent) => {
					const rollups = await rollupsOf(reports);
					const target = targetWith({ threshold: { comparator: '>=', value: `${percent}` } });
					for (const kind of KINDS) {
						const indicator: Indicator = { ...ratioIndicator, id: kind };
						const final = valueOf(rollups[7]!.total('city', '2024', kind)!, indicator)!;
						const end = assess({
							total: rollups[7]!.total('city', '2024', kind)!,
							indicator,
							target,
							settings
						});
						expect(['met', 'not-met']).toContain(end.status);
						for (const rollup of rollups.slice(1)) {
							const total = rollup.total('city', '2024', kind)!;
							const { status } = assess({ total, indicator, target, settings });
							expect([end.status, 'undecided']).toContain(status);
							const range = openRangeOf(total, indicator, settings.missingTolerancePercent)!;
							expect(compareFractions(range.low, final)).toBeLessThanOrEqual(0);
							expect(compareFractions(final, range.high!)).toBeLessThanOrEqual(0);
						}
					}
				}
			),
			{ numRuns: 2 }
		);
	}, 120_000);
});
