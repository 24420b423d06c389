import { type IsoDate, kindOf, type Period } from '#lib/base/period.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';

/** The periods that have figures, and the tree they are shown on. */
export interface Ground {
	tree: UnitTree;
	/** Periods with figures, oldest first. */
	periods: readonly Period[];
	/** The day whose units every period is shown on; absent where each period stands on its own map. */
	boundaries?: IsoDate;
}

/** Where the reader stands: the codes from the root down to the unit shown, on the map that the period is shown on. */
export interface ViewPlace {
	path: readonly string[];
	/** The code that was asked for in vain, and why: no unit has it, or it does not exist in the period or on the map. */
	missing?: { code: string; reason: 'unknown' | 'not-in-period' | 'not-on-map' };
}

/** What is shown unless the reader chooses: the newest year with figures, else the newest period, else this year. */
export function defaultPeriod(periods: readonly Period[], thisYear: number): Period {
	return periods.findLast((period) => kindOf(period) === 'year') ?? periods.at(-1) ?? `${thisYear}`;
}

/** The unit that stands at the top in the period; `undefined` where none exists then. */
export function defaultUnit(ground: Ground, period: Period): string | undefined {
	return ground.tree.rootsOn(treeDayOf(ground, period))[0]?.code;
}

/** The place of the unit asked for in the period; the top of the tree, and why, where it is not there. */
export function placeOf(
	ground: Ground,
	{ unit, period }: { unit?: string; period: Period }
): ViewPlace {
	const root = defaultUnit(ground, period);
	const top = { path: root === undefined ? [] : [root] };
	if (unit === undefined) return top;
	const path = ground.tree.pathOn(unit, treeDayOf(ground, period));
	if (path.length > 0) return { path: path.map(({ code }) => code) };
	const absence = ground.boundaries ? 'not-on-map' : 'not-in-period';
	return { ...top, missing: { code: unit, reason: ground.tree.find(unit) ? absence : 'unknown' } };
}
