import type { Totals } from '#lib/base/indicator-total.ts';
import type { Period } from '#lib/base/period.ts';
import type { Indicator, Target } from '#lib/catalogue/catalogue.ts';
import { lackingShares } from './pareto.ts';

/** What a whole misses: an indicator, and the target that it misses. */
export interface Missed {
	indicator: Indicator;
	target: Target;
}

/** How much of what a whole lacks one unit below it makes, over all that the whole misses. */
export interface HeldBack {
	unit: string;
	/** The mean of its shares in the gaps, from 0 to 1: each missed target weighs the same, whatever it counts. */
	share: number;
	/** At how many of the missed targets it lacks something. */
	lacking: number;
	/** The missed target in whose gap its share is the largest. */
	worst: Missed;
}

/** Whose gaps are taken apart: the unit, those directly below it, and what it misses. */
export interface HeldBackQuestion {
	unit: string;
	children: readonly string[];
	period: Period;
	missed: readonly Missed[];
}

interface Part {
	share: number;
	missed: Missed;
}

/** The units below that make the gaps of a whole, the one with the largest part first; counts have no such parts. */
export function heldBackBy(
	totals: Totals,
	{ unit, children, period, missed }: HeldBackQuestion
): { units: HeldBack[]; targets: number } {
	const split = missed.flatMap((each) => {
		const lacking = lackingShares(totals, { unit, children, period, ...each });
		return lacking ? [{ missed: each, lacking }] : [];
	});
	const parts = new Map<string, Part[]>();
	for (const { missed: each, lacking } of split) {
		for (const { unit: child, share } of lacking) {
			if (child === undefined) continue;
			parts.set(child, [...(parts.get(child) ?? []), { share, missed: each }]);
		}
	}
	const units = [...parts].map(([child, own]) => sumUp(child, own, split.length));
	return { units: units.sort((a, b) => b.share - a.share), targets: split.length };
}

function sumUp(unit: string, parts: readonly Part[], targets: number): HeldBack {
	const [worst] = parts.toSorted((a, b) => b.share - a.share);
	if (!worst) throw new RangeError(`no part of ${unit}`);
	return {
		unit,
		share: parts.reduce((sum, { share }) => sum + share, 0) / targets,
		lacking: parts.length,
		worst: worst.missed
	};
}
