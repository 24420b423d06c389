import type { IsoDate } from '#lib/base/period.ts';
import type { Unit } from '#lib/units/unit.ts';
import { createUnitSearch } from '#lib/units/search-units.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';

/** A visible line of the unit tree, with what a screen reader needs to tell where it stands. */
export interface UnitTreeRow {
	code: string;
	name: string;
	kind: string;
	parent?: string;
	/** 1 at the root. */
	level: number;
	/** From 1, among those with the same parent. */
	position: number;
	siblings: number;
	/** Whether its units below are shown; absent where it has none. */
	isOpen?: boolean;
	/** True where it answers the search, not only leads to a unit that does. */
	isFound: boolean;
}

/** What of the tree is to be shown. */
export interface UnitTreeQuestion {
	date: IsoDate;
	/** The codes whose units below are shown; a search shows all that lead to what it finds. */
	open: ReadonlySet<string>;
	search: string;
}

/** The visible lines of the tree, and the codes that a search found, best first. */
export interface UnitTreeRows {
	rows: UnitTreeRow[];
	found: string[];
}

const MOST_FOUND = 200;

/** Gives, for a tree, what of it is visible: all that is open, or with a search the units found and those above them. */
export function createUnitTreeRows(tree: UnitTree): (question: UnitTreeQuestion) => UnitTreeRows {
	const search = createUnitSearch(tree.units);
	return ({ date, open, search: text }) => {
		if (text.trim() === '') {
			const rows = rowsBelow({ tree, date, isOpen: ({ code }) => open.has(code) });
			return { rows, found: [] };
		}
		const found = search(text, { date, limit: MOST_FOUND }).map(({ code }) => code);
		const above = new Set(
			found.flatMap((code) => tree.pathOn(code, date).map((unit) => unit.code))
		);
		const isOpen = (unit: Unit): boolean =>
			tree.childrenOn(unit.code, date).some(({ code }) => above.has(code));
		const isShown = ({ code }: Unit): boolean => above.has(code);
		const rows = rowsBelow({ tree, date, isOpen, isShown });
		return { rows: rows.map((row) => ({ ...row, isFound: found.includes(row.code) })), found };
	};
}

interface Walk {
	tree: UnitTree;
	date: IsoDate;
	isOpen: (unit: Unit) => boolean;
	isShown?: (unit: Unit) => boolean;
	parent?: UnitTreeRow;
}

function rowsBelow(walk: Walk): UnitTreeRow[] {
	const { tree, date, isOpen, isShown = () => true, parent } = walk;
	const units = parent ? tree.childrenOn(parent.code, date) : tree.rootsOn(date);
	return units.filter(isShown).flatMap((unit, index, shown) => {
		const isLeaf = tree.childrenOn(unit.code, date).length === 0;
		const row: UnitTreeRow = {
			code: unit.code,
			name: unit.name,
			kind: unit.kind,
			...(parent && { parent: parent.code }),
			level: (parent?.level ?? 0) + 1,
			position: index + 1,
			siblings: shown.length,
			...(!isLeaf && { isOpen: isOpen(unit) }),
			isFound: false
		};
		return row.isOpen ? [row, ...rowsBelow({ ...walk, parent: row })] : [row];
	});
}
