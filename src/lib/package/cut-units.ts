import { addDays } from '#lib/base/local-day.ts';
import type { IsoDate } from '#lib/base/period.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import { createUnitTree, type UnitTree } from '#lib/units/unit-tree.ts';
import { isValidOn } from '#lib/units/unit-validity.ts';
import type { Unit } from '#lib/units/unit.ts';

/** A branch of the organisation, with nothing of any unit outside it. */
export interface Branch {
	/** The branch's unit is the root; each unit exists on those days alone on which it lay in the branch. */
	units: readonly Unit[];
	/** What became of its units, as far as none outside took part. */
	lineage: readonly LineageEvent[];
	/** Units that never lay in it, those above it too. */
	outside: readonly Unit[];
	/** The codes of the units that it lay below on some day. */
	above: ReadonlySet<string>;
}

/** The unit of that code with all that lay below it, day by day; empty where there is no such unit. */
export function cutUnits(
	{ units, lineage }: { units: readonly Unit[]; lineage: readonly LineageEvent[] },
	code: string
): Branch {
	const tree = createUnitTree(units);
	const days = turningDays(units);
	const within = days.map((day) => unitsWithin(tree, code, day));
	const cut = units.flatMap((unit) => {
		const spans = spansOf(unit, days, within);
		return spans.map((span) => ({ ...withParent(unit, code), ...span }));
	});
	const inside = new Set(cut.map((unit) => unit.code));
	const isInside = (unit: string | undefined): boolean => unit === undefined || inside.has(unit);
	return {
		units: cut,
		lineage: lineage.filter(({ from, to }) => isInside(from) && isInside(to)),
		outside: units.filter((unit) => !inside.has(unit.code)),
		above: new Set(
			days.flatMap((day) =>
				tree
					.pathOn(code, day)
					.slice(0, -1)
					.map((unit) => unit.code)
			)
		)
	};
}

/** The days from which on something about the tree may be otherwise, in order. */
function turningDays(units: readonly Unit[]): IsoDate[] {
	const days = units.flatMap(({ validFrom, validTo }) =>
		validTo === undefined ? [validFrom] : [validFrom, addDays(validTo, 1)]
	);
	return [...new Set(days)].sort();
}

function unitsWithin(tree: UnitTree, code: string, day: IsoDate): ReadonlySet<Unit> {
	const unit = tree.find(code, day);
	return new Set(unit ? [unit, ...tree.descendantsOn(code, day)] : []);
}

/** The runs of days on which the unit exists within the branch. */
function spansOf(
	unit: Unit,
	days: readonly IsoDate[],
	within: readonly ReadonlySet<Unit>[]
): Pick<Unit, 'validFrom' | 'validTo'>[] {
	const spans: { validFrom: IsoDate; validTo?: IsoDate }[] = [];
	let open: { validFrom: IsoDate; validTo?: IsoDate } | undefined;
	for (const [place, day] of days.entries()) {
		if (!isValidOn(unit, day)) continue;
		if (!within[place]?.has(unit)) {
			if (open) open.validTo = addDays(day, -1);
			open = undefined;
			continue;
		}
		if (open) continue;
		open = { validFrom: day, ...(unit.validTo !== undefined && { validTo: unit.validTo }) };
		spans.push(open);
	}
	return spans;
}

function withParent({ parent, ...unit }: Unit, root: string): Unit {
	return unit.code === root || parent === undefined ? unit : { ...unit, parent };
}
