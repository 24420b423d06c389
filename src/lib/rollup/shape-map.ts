import { type Columns, columnOf } from '#lib/engine/columns.ts';
import type { IsoDate } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { Share } from './figures.ts';
import { placesOf, type RollupKeys } from './rollup-keys.ts';

/** To each unit, by its place, some units: those from `start[unit]` to `start[unit + 1]`. */
export interface Lines {
	start: Int32Array;
	units: Int32Array;
}

/** Where the figures of a unit count: at these units, each with the part that it gets. */
export interface Holds extends Lines {
	/** 1 at one of several parts at one unit, for whoever counts units. */
	isFirst: Uint8Array;
	isRemainder: Uint8Array;
	/** The part in each row that is not the whole. */
	shares: readonly (Share | undefined)[];
}

/** The organisation in one shape, by the places of its units. */
export interface ShapeMap {
	/** The units that are there, in order. */
	present: Int32Array;
	/** Each unit that is there with all above it, itself first. */
	above: Lines;
	holds: Holds;
	/** The other units that the figures of a unit may belong to. */
	claims: Lines;
	/** For each selection the units that it holds. */
	members: readonly Int32Array[];
	/** For each selection the units that owe figures: those selected without any other below them. */
	reporters: readonly Int32Array[];
}

/** The organisation on the day, with each figure counting at its unit and all above it. */
export function shapeMapOf(
	units: readonly Unit[],
	{ day, keys, selections }: { day: IsoDate; keys: RollupKeys; selections: readonly Indicator[] }
): ShapeMap {
	const places = placesOf(keys.units);
	const there = new Map<number, Unit>();
	for (const unit of units) {
		const place = places.get(unit.code) ?? -1;
		const isValid = unit.validFrom <= day && (unit.validTo === undefined || unit.validTo >= day);
		if (isValid && !there.has(place)) there.set(place, unit);
	}
	const present = [...there.keys()].sort((a, b) => a - b);
	const above = linesOf(keys.units.length, (place) => lineOf(place, there, places));
	const members = selections.map((selection) =>
		Int32Array.from(present.filter((place) => isSelected(there.get(place), selection)))
	);
	return {
		...{ present: Int32Array.from(present), above, members, holds: wholes(above) },
		reporters: members.map((selected) => lowestOf(selected, above)),
		claims: linesOf(keys.units.length, () => [])
	};
}

/** The tables `hang` and `claim` of `rehang`, in place of where the figures of the shape count on their own map. */
export function rehung(map: ShapeMap, shape: number, tables: Record<string, Columns>): ShapeMap {
	const count = map.above.start.length - 1;
	const [hang, claim] = [tables['hang'] ?? {}, tables['claim'] ?? {}];
	const rows = rowsByUnit(hang, shape, count);
	const picked = (name: string): Uint8Array => {
		const { values } = columnOf(hang, name, 'boolean');
		return Uint8Array.from(rows.flat(), (row) => values[row] ?? 0);
	};
	const ancestors = columnOf(hang, 'ancestor', 'int32').values;
	const claimed = rowsByUnit(claim, shape, count);
	const claims = columnOf(claim, 'unit', 'int32').values;
	return {
		...map,
		holds: {
			...linesOf(count, (unit) => (rows[unit] ?? []).map((row) => ancestors[row] ?? 0)),
			isFirst: picked('is_first'),
			isRemainder: picked('is_remainder'),
			shares: sharesIn(hang, rows.flat())
		},
		claims: linesOf(count, (unit) => (claimed[unit] ?? []).map((row) => claims[row] ?? 0))
	};
}

function sharesIn(hang: Columns, rows: readonly number[]): (Share | undefined)[] {
	const [lower, upper, scale] = ['lower', 'upper', 'scale'].map(
		(name) => columnOf(hang, name, 'int64').values
	);
	return rows.map((row) => {
		const share = {
			lower: lower?.[row] ?? 0n,
			upper: upper?.[row] ?? 1n,
			scale: scale?.[row] ?? 1n
		};
		return share.scale === 1n ? undefined : share;
	});
}

function rowsByUnit(table: Columns, shape: number, count: number): number[][] {
	const shapes = columnOf(table, 'shape', 'int32').values;
	const descendants = columnOf(table, 'descendant', 'int32').values;
	const rows: number[][] = Array.from({ length: count }, () => []);
	for (const [row, each] of shapes.entries()) {
		if (each === shape) rows[descendants[row] ?? -1]?.push(row);
	}
	return rows;
}

function wholes(above: Lines): Holds {
	const count = above.units.length;
	return {
		...above,
		isFirst: new Uint8Array(count).fill(1),
		isRemainder: new Uint8Array(count),
		shares: []
	};
}

/** The unit and those above it up to the first that is not there; empty for a unit that is not there itself. */
function lineOf(
	place: number,
	there: ReadonlyMap<number, Unit>,
	places: ReadonlyMap<string, number>
): number[] {
	const line = new Set<number>();
	for (let at = place; there.has(at) && !line.has(at);) {
		line.add(at);
		at = places.get(there.get(at)?.parent ?? '') ?? -1;
	}
	return [...line];
}

/** Those of the units that have no other of them below. */
function lowestOf(units: Int32Array, above: Lines): Int32Array {
	const superior = new Set<number>();
	for (const unit of units) for (const each of strictlyAbove(unit, above)) superior.add(each);
	return units.filter((unit) => !superior.has(unit));
}

/** The units above the unit. */
export function strictlyAbove(unit: number, { start, units }: Lines): Int32Array {
	const from = start[unit] ?? 0;
	return units.subarray(Math.min(from + 1, start[unit + 1] ?? 0), start[unit + 1]);
}

function linesOf(count: number, lineOf: (unit: number) => readonly number[]): Lines {
	const lines = Array.from({ length: count }, (_, unit) => lineOf(unit));
	const start = new Int32Array(count + 1);
	for (const [unit, line] of lines.entries()) start[unit + 1] = (start[unit] ?? 0) + line.length;
	return { start, units: Int32Array.from(lines.flat()) };
}

function isSelected(unit: Unit | undefined, { select }: Indicator): boolean {
	if (!unit) return false;
	const { level, kind } = unit;
	return (select?.level?.includes(level) ?? true) && (select?.kind?.includes(kind) ?? true);
}
