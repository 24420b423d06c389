import { foldMarks } from '#lib/base/fold.ts';
import type { Period } from '#lib/base/period.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { Ground } from './indicator-ground.ts';

/** Which units a scorecard lists: those directly below, those without any below them, or the whole branch as a tree. */
export type UnitScope = 'children' | 'leaves' | 'branch';

/** The scopes there are, the usual one first. */
export const UNIT_SCOPES: readonly UnitScope[] = ['children', 'leaves', 'branch'];

/** A unit that a scorecard lists. */
export interface ScorecardUnit {
	unit: string;
	name: string;
	/** The codes from the root down to it. */
	path: readonly string[];
	/** 0 for the unit in view, 1 directly below it. */
	level: number;
	/** True where units stand below it. */
	isBranch: boolean;
	/** The name of the unit above it, where that is not the one in view and the list does not show it. */
	above?: string;
	/** Name and code without case and accents, for the search. */
	searched: string;
}

/** Which units are asked for. */
export interface ScorecardUnitsQuestion {
	/** The codes from the root down to the unit in view. */
	path: readonly string[];
	period: Period;
	scope: UnitScope;
}

/** The unit in view, then the units of the scope below it on the period's own map, in list order. */
export function scorecardUnits(
	{ facts, tree }: Ground,
	{ path, period, scope }: ScorecardUnitsQuestion
): ScorecardUnit[] {
	const day = treeDayOf(facts.totals, period);
	const whole = tree.find(path.at(-1) ?? '', day);
	if (!whole) return [];
	const top = unitOf(whole, path, 0);
	const listed: ScorecardUnit[] = [];
	const seen = new Set<string>(path);

	function listBelow(parent: ScorecardUnit): void {
		for (const child of tree.childrenOn(parent.unit, day)) {
			if (seen.has(child.code)) continue;
			seen.add(child.code);
			const isBranch = tree.childrenOn(child.code, day).length > 0;
			const each = unitOf(child, [...parent.path, child.code], parent.level + 1, isBranch);
			if (scope !== 'leaves') listed.push(each);
			else if (!isBranch) {
				listed.push({ ...each, level: 1, ...(parent.level > 0 && { above: parent.name }) });
			}
			if (isBranch && scope !== 'children') listBelow(each);
		}
	}

	listBelow(top);
	return [{ ...top, isBranch: listed.length > 0 }, ...listed];
}

function unitOf(
	{ code, name }: Unit,
	path: readonly string[],
	...[level, isBranch = false]: [level: number, isBranch?: boolean]
): ScorecardUnit {
	return { unit: code, name, path, level, isBranch, searched: foldMarks(`${name} ${code}`) };
}
