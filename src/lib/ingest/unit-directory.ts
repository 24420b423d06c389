import { createUnitFinder, type UnitFinder } from '#lib/units/find-unit.ts';
import { createUnitTree, type UnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';

/** The units of a list, to be found by their names and to be asked who stands below whom. */
export interface UnitDirectory {
	finder: UnitFinder;
	tree: UnitTree;
}

const directories = new WeakMap<readonly Unit[], UnitDirectory>();

/** The directory of a unit list; made once for each list, because a season brings a hundred files. */
export function unitDirectory(units: readonly Unit[]): UnitDirectory {
	const known = directories.get(units);
	if (known) return known;
	const directory = { finder: createUnitFinder(units), tree: createUnitTree(units) };
	directories.set(units, directory);
	return directory;
}
