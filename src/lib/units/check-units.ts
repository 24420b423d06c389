import type { Issue } from '#lib/base/issue.ts';
import { groupBy } from '#lib/base/group-by.ts';
import { dayAfter } from './read-date.ts';
import type { Unit } from './unit.ts';
import { createUnitTree, type UnitTree } from './unit-tree.ts';
import { existTogether } from './unit-validity.ts';

/** A unit and the row of the list that it stands in. */
export interface ListedUnit {
	row: number;
	unit: Unit;
}

/** What the checks need to know of the list beside its good rows. */
export interface ListSurroundings {
	/** Every code in the list, those of refused rows too. */
	codes: ReadonlySet<string>;
	/** The titles of the two columns that hold codes. */
	parentColumn: string;
	codeColumn: string;
}

/**
 * The units that fit together as one organisation, and what does not fit: codes twice on one day, unknown parents,
 * cycles, roots missing or too many, parents that end before their children.
 */
export function checkUnits(
	listed: ListedUnit[],
	list: ListSurroundings
): { units: Unit[]; issues: Issue[] } {
	const twice = findTwice(listed, list);
	const single = without(listed, twice);
	const orphans = findOrphans(single, list);
	const tree = createUnitTree(single.map(({ unit }) => unit));
	const cycles = findCycles(single, tree, list);
	const fitting = without(without(single, orphans), cycles);
	return {
		units: fitting.map(({ unit }) => unit),
		issues: [
			...twice.values(),
			...orphans.values(),
			...[...cycles.values()].filter((issue) => issue !== undefined),
			...findParentGaps(fitting, list),
			...checkRoots(fitting)
		]
	};
}

/** The faults by the row that they keep out; `undefined` where another row of the same fault speaks for it. */
type Faults = Map<ListedUnit, Issue | undefined>;

function without(listed: ListedUnit[], faults: Faults): ListedUnit[] {
	return listed.filter((each) => !faults.has(each));
}

function findTwice(listed: ListedUnit[], { codeColumn }: ListSurroundings): Map<ListedUnit, Issue> {
	const kept = new Map<string, ListedUnit[]>();
	const faults = new Map<ListedUnit, Issue>();
	for (const each of listed) {
		const others = kept.get(each.unit.code) ?? [];
		const other = others.find(({ unit }) => existTogether(unit, each.unit));
		if (!other) kept.set(each.unit.code, [...others, each]);
		else
			faults.set(each, {
				severity: 'error',
				code: 'unit-list.code-twice',
				row: each.row,
				column: codeColumn,
				value: each.unit.code,
				params: { other: other.row }
			});
	}
	return faults;
}

function findOrphans(listed: ListedUnit[], list: ListSurroundings): Map<ListedUnit, Issue> {
	const orphans = listed.filter(({ unit }) => unit.parent && !list.codes.has(unit.parent));
	return new Map(
		orphans.map((each) => [
			each,
			{
				severity: 'error',
				code: 'unit-list.unknown-parent',
				row: each.row,
				column: list.parentColumn,
				value: each.unit.parent ?? ''
			}
		])
	);
}

/** From ward to nation there are four; what is deeper is a slip in a code, and would cost each way up its length. */
const MOST_LEVELS = 30;

/** A cycle exists on the first day of one of its units, so that day is the only one to look at for each unit. */
function findCycles(listed: ListedUnit[], tree: UnitTree, list: ListSurroundings): Faults {
	const rows = new Map(listed.map((each) => [each.unit, each]));
	const faults: Faults = new Map();
	for (const each of listed) {
		if (faults.has(each)) continue;
		const path = wayUp(each.unit, tree);
		const isDeep = path.length > MOST_LEVELS;
		const cycle = path.slice(path.indexOf(each.unit));
		if (!isDeep && !path.includes(each.unit)) continue;
		if (!isDeep) for (const unit of cycle) faults.set(rows.get(unit) ?? each, undefined);
		faults.set(each, {
			severity: 'error',
			code: isDeep ? 'unit-list.too-deep' : 'unit-list.cycle',
			row: each.row,
			column: list.parentColumn,
			value: each.unit.parent ?? '',
			params: isDeep
				? { most: MOST_LEVELS }
				: { units: [...cycle, each.unit].map(({ code }) => code).join(' → ') }
		});
	}
	return faults;
}

/** The units above on its first day, the highest first; one more than there may be levels at most, each once. */
function wayUp({ code, validFrom }: Unit, tree: UnitTree): Unit[] {
	const path = new Set<Unit>();
	let unit = tree.parentOn(code, validFrom);
	while (unit && !path.has(unit) && path.size <= MOST_LEVELS) {
		path.add(unit);
		unit = tree.parentOn(unit.code, validFrom);
	}
	return [...path].reverse();
}

/** A warning for each unit whose parent does not exist on some of its days. */
function findParentGaps(listed: ListedUnit[], list: ListSurroundings): Issue[] {
	const records = groupBy(listed, ({ unit }) => unit.code);
	return listed.flatMap(({ row, unit }): Issue[] => {
		const parents = unit.parent === undefined ? undefined : records.get(unit.parent);
		if (!parents) return [];
		const day = firstDayWithout(
			parents.map((parent) => parent.unit),
			unit
		);
		if (day === undefined) return [];
		return [
			{
				severity: 'warning',
				code: 'unit-list.parent-gap',
				row,
				column: list.parentColumn,
				value: unit.parent ?? '',
				params: { day }
			}
		];
	});
}

/** The first day of the unit on which none of the parent's records is valid. */
function firstDayWithout(parents: Unit[], unit: Unit): string | undefined {
	let day = unit.validFrom;
	for (const parent of parents.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
		if (day < parent.validFrom) return day;
		if (parent.validTo === undefined) return undefined;
		if (parent.validTo >= day) day = dayAfter(parent.validTo);
	}
	return unit.validTo === undefined || day <= unit.validTo ? day : undefined;
}

function checkRoots(listed: ListedUnit[]): Issue[] {
	const roots = listed.filter(({ unit }) => unit.parent === undefined);
	if (roots.length === 0 && listed.length > 0)
		return [{ severity: 'error', code: 'unit-list.no-root' }];
	const second = roots.find((root, i) =>
		roots.slice(0, i).some(({ unit }) => existTogether(unit, root.unit))
	);
	if (!second) return [];
	return [
		{
			severity: 'warning',
			code: 'unit-list.several-roots',
			row: second.row,
			value: second.unit.code,
			params: { count: roots.length }
		}
	];
}
