import type { Facts } from '#lib/assess/standing.ts';
import { mapDayOf, type Period } from '#lib/base/period.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';

/** The figures, and the organisation that they are of. */
export interface Ground {
	facts: Facts;
	tree: UnitTree;
}

/** The codes from the root down to the unit on the period's own map; empty where the unit does not exist then. */
export function pathIn({ facts, tree }: Ground, unit: string, period: Period): string[] {
	return tree.pathOn(unit, mapDayOf(period, facts.totals.periods)).map(({ code }) => code);
}

/** The units directly below on the period's own map, in list order. */
export function childrenIn({ facts, tree }: Ground, unit: string, period: Period): Unit[] {
	return tree.childrenOn(unit, mapDayOf(period, facts.totals.periods));
}

/** The years that have figures, oldest first. */
export function yearsOf({ facts }: Ground): Period[] {
	return facts.totals.periods.filter((period) => period.length === 4);
}
