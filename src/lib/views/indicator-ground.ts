import type { Facts } from '#lib/assess/standing.ts';
import type { Period } from '#lib/base/period.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';

/** The figures, and the organisation that they are of. */
export interface Ground {
	facts: Facts;
	tree: UnitTree;
}

/** The codes from the root down to the unit on the map that the period is shown on; empty where the unit does not exist then. */
export function pathIn({ facts, tree }: Ground, unit: string, period: Period): string[] {
	return tree.pathOn(unit, treeDayOf(facts.totals, period)).map(({ code }) => code);
}

/** The units directly below on the map that the period is shown on, in list order. */
export function childrenIn({ facts, tree }: Ground, unit: string, period: Period): Unit[] {
	return tree.childrenOn(unit, treeDayOf(facts.totals, period));
}

/** The years that have figures, oldest first. */
export function yearsOf({ facts }: Ground): Period[] {
	return facts.totals.periods.filter((period) => period.length === 4);
}
