import type { IndicatorTotal, Totals } from '#lib/base/indicator-total.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import type { TrailQuestion } from '#lib/rollup/trail-tables.ts';
import type { Reports } from './random-reports.ts';
import { totalsOf } from './totals-of.ts';

/** Random reports as the rollup takes them. */
function inputOf({ submissions, units, catalogue }: Reports) {
	return {
		units,
		catalogue,
		submissions: submissions.map(({ sequence, entries }) => ({
			sequence,
			bytes: encodeEntries(entries)
		}))
	};
}

/** The rollup of random reports. */
export function rollupOf(reports: Reports): Totals {
	return readRollup(rollUp(inputOf(reports)));
}

/** Every total of the rollup that has a figure, with the question for where it comes from. */
export function questionsOf(
	reports: Reports,
	rollup: Totals,
	engine: Engine
): { total: IndicatorTotal; question: TrailQuestion }[] {
	const input = { ...inputOf(reports), engine };
	const codes = [...new Set(reports.units.map(({ code }) => code))];
	return codes.flatMap((unit) =>
		rollup.periods.flatMap((period) =>
			totalsOf(rollup, { unit, period }, reports.catalogue)
				.filter(({ numerator, denominator }) => (numerator ?? denominator) !== undefined)
				.map((total) => ({
					total,
					question: {
						...input,
						indicator: reports.catalogue.indicators.find(({ id }) => id === total.indicator)!,
						unit,
						period
					}
				}))
		)
	);
}
