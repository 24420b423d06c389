import { createUnitFinder, type UnitFinder } from '#lib/units/find-unit.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import { createUnitTree, type UnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';

/** The units of a list, to be found by their names and to be asked who stands below whom. */
export interface UnitDirectory {
	finder: UnitFinder;
	tree: UnitTree;
}

type OfLineage = WeakMap<readonly LineageEvent[], UnitDirectory>;

const UNCHANGED: readonly LineageEvent[] = [];
const directories = new WeakMap<readonly Unit[], OfLineage>();

/**
 * The directory of a unit list and what became of its units; made once for each pair of lists, because a season brings a
 * hundred files.
 */
export function unitDirectory(
	units: readonly Unit[],
	lineage: readonly LineageEvent[] = UNCHANGED
): UnitDirectory {
	const ofUnits: OfLineage = directories.get(units) ?? new WeakMap();
	directories.set(units, ofUnits);
	const known = ofUnits.get(lineage);
	if (known) return known;
	const directory = { finder: createUnitFinder(units, lineage), tree: createUnitTree(units) };
	ofUnits.set(lineage, directory);
	return directory;
}
