import type { IsoDate } from '#lib/base/period.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { type RollupKeys, placesOf } from './rollup-keys.ts';

/** Whose figures may add up to a unit's. */
interface Concern {
	unit: string;
	units: readonly Unit[];
	lineage?: readonly LineageEvent[];
	boundaries?: IsoDate;
}

/**
 * The places of the unit and of all that ever stood below it, on whatever day; in a boundary mode also of those that
 * passed into one of them.
 */
export function concernedUnits(
	{ unit, units, lineage = [], boundaries }: Concern,
	keys: Pick<RollupKeys, 'units'>
): number[] {
	const feeders = new Map<string, Set<string>>();
	const feed = (from: string, to: string): void => {
		feeders.set(to, (feeders.get(to) ?? new Set()).add(from));
	};
	for (const { code, parent } of units) if (parent !== undefined) feed(code, parent);
	if (boundaries !== undefined) {
		for (const { from, to } of lineage) if (to !== undefined) feed(from, to);
	}
	const found = new Set([unit]);
	for (const code of found) for (const feeder of feeders.get(code) ?? []) found.add(feeder);
	const places = placesOf(keys.units);
	return [...found].flatMap((code) => places.get(code) ?? []);
}
