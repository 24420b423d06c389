import { lastDayOf, type Period } from '#lib/base/period.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';

/** True where none of the units ever stood above another one of them, on any of the days on which periods end. */
export function areSideBySide(
	units: readonly string[],
	{ periods, tree }: { periods: readonly Period[]; tree: UnitTree }
): boolean {
	const present = new Set(units);
	const above = unitsEverAbove(tree);
	const days = [...new Set(periods.map(lastDayOf))];
	return units.every((unit) => {
		if (!above(unit).some((code) => present.has(code))) return true;
		return days.every((day) =>
			tree.pathOn(unit, day).every(({ code }) => code === unit || !present.has(code))
		);
	});
}

/** The codes that may have stood above a unit at any time. */
function unitsEverAbove(tree: UnitTree): (unit: string) => string[] {
	const parents = new Map<string, Set<string>>();
	for (const { code, parent } of tree.units) {
		if (parent === undefined) continue;
		const own = parents.get(code) ?? new Set();
		parents.set(code, own.add(parent));
	}
	return (unit) => {
		const found = new Set<string>();
		const waiting = [unit];
		for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
			for (const parent of parents.get(code) ?? []) {
				if (found.has(parent)) continue;
				found.add(parent);
				waiting.push(parent);
			}
		}
		return [...found];
	};
}
