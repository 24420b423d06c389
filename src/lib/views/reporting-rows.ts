import type { IsoDate } from '#lib/base/period.ts';
import { groupBy } from '#lib/base/group-by.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';

/** A unit at its place in the tree; one that moved stands at each of its places, for the days that it was there. */
export interface ReportingRow {
	/** The codes from the top down to the unit. */
	key: string;
	code: string;
	name: string;
	/** The place of the row above it in the list; −1 at the top. */
	parent: number;
	/** 1 at the top. */
	level: number;
	/** For each day: whether the unit is there and has none below it, which is to owe reports. */
	owes: boolean[];
	/** True where it has units below it on any of the days. */
	isBranch: boolean;
	/** The last day of a unit that is gone on the last of the days. */
	until?: IsoDate;
}

/** Whose reports are looked at: on which days, and below which unit where not in the whole tree. */
export interface RowQuestion {
	days: readonly IsoDate[];
	branch?: string;
}

/** Between the codes of a key; no code holds it. */
const SEPARATOR = '\t';

interface Node {
	key: string;
	unit: Unit;
	owes: boolean[];
	below: Map<string, Node>;
}

/** All units of the branch that exist on any of the days, each before those under it, in the order of the unit list. */
export function reportingRows(tree: UnitTree, { days, branch }: RowQuestion): ReportingRow[] {
	const top = new Map<string, Node>();
	for (const [place, day] of days.entries()) {
		const start = branch === undefined ? undefined : tree.find(branch, day);
		const roots = branch === undefined ? tree.rootsOn(day) : start ? [start] : [];
		const below = childrenBy(tree, day);
		const add = (units: readonly Unit[], target: Map<string, Node>, above: string): void => {
			for (const unit of units) {
				const key = above ? above + SEPARATOR + unit.code : unit.code;
				const before = target.get(key) ?? emptyNode(key, unit, days.length);
				const node = { ...before, unit };
				target.set(key, node);
				const children = (below.get(unit.code) ?? []).filter(
					(child) => !key.split(SEPARATOR).includes(child.code)
				);
				node.owes[place] = children.length === 0;
				add(children, node.below, key);
			}
		};
		add(roots, top, '');
	}
	const order = new Map(tree.units.map((unit, place) => [unit, place]));
	return listed({ nodes: top, order, lastDay: days.at(-1) ?? '' });
}

function childrenBy(tree: UnitTree, day: IsoDate): Map<string | undefined, Unit[]> {
	const valid = tree.units.filter(({ code }) => tree.isValidOn(code, day));
	const there = valid.filter((unit) => tree.find(unit.code, day) === unit);
	return groupBy(there, ({ parent }) => parent);
}

function emptyNode(key: string, unit: Unit, days: number): Node {
	return { key, unit, owes: Array.from({ length: days }, () => false), below: new Map() };
}

interface Listing {
	nodes: ReadonlyMap<string, Node>;
	order: ReadonlyMap<Unit, number>;
	lastDay: IsoDate;
}

function listed({ nodes, order, lastDay }: Listing): ReportingRow[] {
	const rows: ReportingRow[] = [];
	const placeOf = ({ unit }: Node): number => order.get(unit) ?? 0;
	const list = (level: ReadonlyMap<string, Node>, parent: number): void => {
		for (const node of [...level.values()].sort((a, b) => placeOf(a) - placeOf(b))) {
			const { key, unit, owes, below } = node;
			const { code, name, validTo } = unit;
			const isGone = validTo !== undefined && validTo < lastDay;
			rows.push({
				...{ key, code, name, parent, owes },
				level: (rows[parent]?.level ?? 0) + 1,
				isBranch: below.size > 0,
				...(isGone && { until: validTo })
			});
			list(below, rows.length - 1);
		}
	};
	list(nodes, -1);
	return rows;
}
