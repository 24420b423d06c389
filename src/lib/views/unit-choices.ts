import type { IsoDate } from '#lib/base/period.ts';
import { createUnitSearch } from '#lib/units/search-units.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';

/** A unit to choose, with the name of the one above it. */
export interface UnitChoice {
	code: string;
	name: string;
	above: string;
}

const MOST = 8;

/** Gives, for a tree, the units that a text may mean, best first, eight at most. */
export function createUnitChoices(tree: UnitTree): (text: string, date?: IsoDate) => UnitChoice[] {
	const search = createUnitSearch(tree.units);
	return (text, date) =>
		search(text, { date, limit: MOST }).map(({ code, name, parent }) => ({
			code,
			name,
			above: (parent && tree.find(parent)?.name) ?? ''
		}));
}
