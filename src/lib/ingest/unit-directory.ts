import { createUnitFinder, type UnitFinder } from '#lib/units/find-unit.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import { createUnitTree, type UnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';

/** The units of a list, to be found by their names and to be asked who stands below whom. */
export interface UnitDirectory {
	finder: UnitFinder;
	tree: UnitTree;
}

/** The same directory, which proposes similar units for so many different texts and for no further ones. */
export function proposingFor(directory: UnitDirectory, most: number): UnitDirectory {
	const { finder, tree } = directory;
	const asked = new Set<string>();
	const suggest: UnitFinder['suggest'] = (text, options) => {
		if (asked.size < most) asked.add(text);
		return asked.has(text) ? finder.suggest(text, options) : [];
	};
	const find: UnitFinder = Object.assign(
		(text: string, options?: Parameters<UnitFinder>[1]) => finder(text, options),
		{ suggest, labelOf: finder.labelOf, eraOf: finder.eraOf }
	);
	return { finder: find, tree };
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
