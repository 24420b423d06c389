import type { IsoDate } from '#lib/base/period.ts';
import { createUnitTree } from './unit-tree.ts';
import type { Unit } from './unit.ts';
import { isValidOn } from './unit-validity.ts';

/** The map that figures are carried to: the units of one day, each with those above it. */
export interface TargetMap {
	codes: readonly string[];
	/** The first unit without another one above it; `undefined` where the map is empty. */
	root: string | undefined;
	/** The codes from the unit up to its root. */
	lineOf(code: string): readonly string[];
}

/** The map of the day. */
export function targetMapOf(units: readonly Unit[], day: IsoDate): TargetMap {
	const tree = createUnitTree(units);
	const parents = new Map(
		units
			.filter((unit) => isValidOn(unit, day))
			.map(({ code }) => [code, tree.parentOn(code, day)?.code])
	);
	const lines = new Map<string, readonly string[]>();
	return {
		codes: [...parents.keys()],
		root: [...parents].find(([, parent]) => parent === undefined)?.[0],
		lineOf(code) {
			const known = lines.get(code) ?? lineOf(code, parents);
			lines.set(code, known);
			return known;
		}
	};
}

function lineOf(code: string, parents: ReadonlyMap<string, string | undefined>): readonly string[] {
	const line = new Set([code]);
	for (let above = parents.get(code); above !== undefined && !line.has(above);) {
		line.add(above);
		above = parents.get(above);
	}
	return [...line];
}
