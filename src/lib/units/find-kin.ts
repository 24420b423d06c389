import { groupBy } from '#lib/base/group-by.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { createHeirFinder, type LineageEvent } from './lineage.ts';
import type { UnitTree } from './unit-tree.ts';

/**
 * The units of a day that stand for one that does not exist then: those it passed into, those it was made of, or for one
 * that was dissolved those that the units below it passed into.
 */
export interface Kin {
	relation: 'heir' | 'forebear' | 'below';
	/** Codes; one at least. */
	units: readonly string[];
}

/** The kin on the day of a unit that does not exist then; `undefined` where the lineage names none. */
export function kinOn(
	{ tree, lineage }: { tree: UnitTree; lineage: readonly LineageEvent[] },
	code: string,
	day: IsoDate
): Kin | undefined {
	const heirsOf = createHeirFinder(lineage);
	const heirsOn = (each: string): string[] => {
		const heirs = heirsOf(each, day).map((heir) => heir.code);
		return heirs.filter((heir) => tree.isValidOn(heir, day));
	};
	const below = childrenBefore(tree, code, day);
	const kin: Kin[] = [
		{ relation: 'heir', units: heirsOn(code) },
		{ relation: 'forebear', units: forebearsOn({ tree, lineage }, code, day) },
		{
			relation: 'below',
			units: below.flatMap((each) => (tree.isValidOn(each, day) ? [each] : heirsOn(each)))
		}
	];
	const found = kin.find(({ units }) => units.length > 0);
	return found && { ...found, units: [...new Set(found.units)].sort() };
}

/** The units below one on its last day, where that lies before the day. */
function childrenBefore(tree: UnitTree, code: string, day: IsoDate): string[] {
	const last = tree.find(code)?.validTo;
	if (last === undefined || last >= day) return [];
	return tree.childrenOn(code, last).map((child) => child.code);
}

/** The units of the day that passed into the unit after it; a circle in the list ends the search. */
function forebearsOn(
	{ tree, lineage }: { tree: UnitTree; lineage: readonly LineageEvent[] },
	code: string,
	day: IsoDate
): string[] {
	const arriving = groupBy(
		lineage.filter(({ date }) => date > day),
		({ to }) => to
	);
	const found = new Set<string>();
	const seen = new Set([code]);
	const waiting = [code];
	for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
		for (const { from } of arriving.get(each) ?? []) {
			if (seen.has(from)) continue;
			seen.add(from);
			if (tree.isValidOn(from, day)) found.add(from);
			else waiting.push(from);
		}
	}
	return [...found];
}
