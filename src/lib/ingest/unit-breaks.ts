import type { IsoDate } from '#lib/base/period.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';

/** Whether a unit's figures of two days can be compared. */
export interface UnitBreaks {
	/** True where the code stands for one and the same unit on both days. */
	isSame(unit: string, days: Days): boolean;
	/**
	 * True where a rise (or a fall) may come of a merger (or a split): between the days a unit beside or below ended
	 * (or began).
	 */
	mayPass(unit: string, days: Days, direction: 'rise' | 'fall'): boolean;
}

/** Two days, the earlier one first. */
export interface Days {
	from: IsoDate;
	to: IsoDate;
}

/** What the validity of the units tells of breaks in their figures. */
export function unitBreaks(tree: UnitTree): UnitBreaks {
	const parentsOf = new Map<string, { rise: Set<string>; fall: Set<string> }>();
	const changes = ({ from, to }: Days): { rise: Set<string>; fall: Set<string> } => {
		const key = `${from} ${to}`;
		const known = parentsOf.get(key);
		if (known) return known;
		const ended = tree.units.filter(
			({ validTo }) => validTo !== undefined && from <= validTo && validTo < to
		);
		const began = tree.units.filter(({ validFrom }) => from < validFrom && validFrom <= to);
		const found = { rise: parents(ended), fall: parents(began) };
		parentsOf.set(key, found);
		return found;
	};
	return {
		isSame: (unit, { from, to }) => {
			const before = tree.find(unit, from);
			return before !== undefined && before === tree.find(unit, to);
		},
		mayPass(unit, days, direction) {
			const changed = changes(days)[direction];
			if (changed.size === 0) return false;
			const parent = tree.find(unit, days.to)?.parent;
			return changed.has(unit) || (parent !== undefined && changed.has(parent));
		}
	};
}

function parents(units: readonly Unit[]): Set<string> {
	return new Set(units.flatMap(({ parent }) => parent ?? []));
}
