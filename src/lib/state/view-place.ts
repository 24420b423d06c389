import { type IsoDate, kindOf, type Period } from '#lib/base/period.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import { type Kin, kinOn } from '#lib/units/find-kin.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';

/** The periods that have figures, and the tree they are shown on. */
export interface Ground {
	tree: UnitTree;
	/** What became of the units. */
	lineage?: readonly LineageEvent[];
	/** Periods with figures, oldest first. */
	periods: readonly Period[];
	/** The day whose units every period is shown on; absent where each period stands on its own map. */
	boundaries?: IsoDate;
}

/** A unit that was asked for in vain, and why: no unit has its code, or it does not exist in the period or on the map. */
export interface MissingUnit {
	code: string;
	reason: 'unknown' | 'not-in-period' | 'not-on-map';
	/** The units that stand for it there; a single one is shown in its place. */
	kin?: Kin;
}

/** Where the reader stands: the codes from the root down to the unit shown, on the map that the period is shown on. */
export interface ViewPlace {
	path: readonly string[];
	missing?: MissingUnit;
}

/** What is shown unless the reader chooses: the newest year with figures, else the newest period, else this year. */
export function defaultPeriod(periods: readonly Period[], thisYear: number): Period {
	return periods.findLast((period) => kindOf(period) === 'year') ?? periods.at(-1) ?? `${thisYear}`;
}

/** The unit that stands at the top in the period; `undefined` where none exists then. */
export function defaultUnit(ground: Ground, period: Period): string | undefined {
	return ground.tree.rootsOn(treeDayOf(ground, period))[0]?.code;
}

/** The place of the unit asked for in the period; that of its kin, else the top of the tree, and why, where it is not there. */
export function placeOf(
	ground: Ground,
	{ unit, period }: { unit?: string; period: Period }
): ViewPlace {
	const day = treeDayOf(ground, period);
	const root = defaultUnit(ground, period);
	const top = root === undefined ? [] : [root];
	if (unit === undefined) return { path: top };
	const path = pathTo(unit, { tree: ground.tree, day });
	if (path.length > 0) return { path };
	if (!ground.tree.find(unit)) return { path: top, missing: { code: unit, reason: 'unknown' } };
	const kin = kinOn({ tree: ground.tree, lineage: ground.lineage ?? [] }, unit, day);
	const reason = ground.boundaries ? 'not-on-map' : 'not-in-period';
	const paths = (kin?.units ?? []).map((code) => pathTo(code, { tree: ground.tree, day }));
	const shared = sharedStart(paths);
	return {
		path: shared.length > 0 ? shared : top,
		missing: { code: unit, reason, ...(kin && { kin }) }
	};
}

function pathTo(unit: string, { tree, day }: { tree: UnitTree; day: IsoDate }): string[] {
	return tree.pathOn(unit, day).map(({ code }) => code);
}

/** What all of the paths start with: of one path all of it. */
function sharedStart([first = [], ...others]: readonly string[][]): string[] {
	const end = first.findIndex((code, at) => others.some((path) => path[at] !== code));
	return end === -1 ? first : first.slice(0, end);
}
