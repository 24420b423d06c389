import type { IsoDate } from '#lib/base/period.ts';
import { groupBy } from '#lib/base/group-by.ts';
import type { Unit } from './unit.ts';
import { isValidOn } from './unit-validity.ts';

/**
 * The organisation, asked by date. A code may stand for several records with disjoint validity (a ward that moved
 * from a district to the city and kept its code); on any one day it stands for one at most. Units come in list order.
 */
export interface UnitTree {
	readonly units: readonly Unit[];
	/** The unit with this code on the date; without a date its newest record. */
	find(code: string, date?: IsoDate): Unit | undefined;
	/** True where a unit with this code exists on the date. */
	isValidOn(code: string, date: IsoDate): boolean;
	/** Units without a parent on the date: the root, and any whose parent does not exist that day. */
	rootsOn(date: IsoDate): Unit[];
	/** The units directly below; empty where the code names no unit on the date. */
	childrenOn(code: string, date: IsoDate): Unit[];
	/** The unit directly above; `undefined` at a root. */
	parentOn(code: string, date: IsoDate): Unit | undefined;
	/** From the root to the unit itself; empty where the code names no unit on the date. */
	pathOn(code: string, date: IsoDate): Unit[];
	/** All units below, each before those under it; without the unit itself. */
	descendantsOn(code: string, date: IsoDate): Unit[];
	/** The units below that have none below them; the unit itself where it has no children. */
	leavesOn(code: string, date: IsoDate): Unit[];
}

/** A tree over a unit list; the list is not changed, and a cycle in it ends every walk instead of hanging it. */
export function createUnitTree(units: readonly Unit[]): UnitTree {
	return new IndexedUnitTree(units);
}

class IndexedUnitTree implements UnitTree {
	readonly units: readonly Unit[];
	readonly #byCode: Map<string | undefined, Unit[]>;
	readonly #byParent: Map<string | undefined, Unit[]>;
	/** Every link of a page asks for them. */
	readonly #roots = new Map<IsoDate, readonly Unit[]>();

	constructor(units: readonly Unit[]) {
		this.units = units;
		this.#byCode = groupBy(units, (unit) => unit.code);
		this.#byParent = groupBy(units, (unit) => unit.parent);
	}

	find(code: string, date?: IsoDate): Unit | undefined {
		const records = this.#byCode.get(code) ?? [];
		return date === undefined ? newest(records) : records.find((unit) => isValidOn(unit, date));
	}

	isValidOn(code: string, date: IsoDate): boolean {
		return this.find(code, date) !== undefined;
	}

	rootsOn(date: IsoDate): Unit[] {
		const roots =
			this.#roots.get(date) ??
			this.units.filter((unit) => isValidOn(unit, date) && !this.parentOn(unit.code, date));
		this.#roots.set(date, roots);
		return [...roots];
	}

	childrenOn(code: string, date: IsoDate): Unit[] {
		if (!this.isValidOn(code, date)) return [];
		return (this.#byParent.get(code) ?? []).filter((unit) => isValidOn(unit, date));
	}

	parentOn(code: string, date: IsoDate): Unit | undefined {
		const parent = this.find(code, date)?.parent;
		return parent === undefined ? undefined : this.find(parent, date);
	}

	pathOn(code: string, date: IsoDate): Unit[] {
		const path = new Set<Unit>();
		let unit = this.find(code, date);
		while (unit && !path.has(unit)) {
			path.add(unit);
			unit = this.parentOn(unit.code, date);
		}
		return [...path].reverse();
	}

	descendantsOn(code: string, date: IsoDate): Unit[] {
		const found = new Set<Unit>();
		const waiting = this.childrenOn(code, date).reverse();
		for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
			if (unit.code === code || found.has(unit)) continue;
			found.add(unit);
			waiting.push(...this.childrenOn(unit.code, date).reverse());
		}
		return [...found];
	}

	leavesOn(code: string, date: IsoDate): Unit[] {
		const unit = this.find(code, date);
		if (!unit) return [];
		return [unit, ...this.descendantsOn(code, date)].filter(
			(each) => this.childrenOn(each.code, date).length === 0
		);
	}
}

function newest(records: Unit[]): Unit | undefined {
	return records.reduce<Unit | undefined>(
		(best, unit) => (best && best.validFrom >= unit.validFrom ? best : unit),
		undefined
	);
}
