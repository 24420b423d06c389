import { foldKey } from '#lib/base/fold.ts';
import type { IsoDate } from '#lib/base/period.ts';
import type { Unit } from './unit.ts';
import { isValidOn } from './unit-validity.ts';
import { readUnitName, type UnitName } from './unit-name.ts';

/** Units whose name or code holds the text; with a date, only those that exist that day; at most `limit` (50). */
export type UnitSearch = (text: string, options?: { date?: IsoDate; limit?: number }) => Unit[];

interface SearchedUnit {
	unit: Unit;
	name: UnitName;
	/** The whole name and the code, folded. */
	full: string;
	code: string;
}

/**
 * A search over a unit list that ignores case, accents and prefixes: "hoa khanh" finds "Đảng bộ phường Hòa Khánh".
 * Names that start with the text come first, then those with a word that does, then those that hold it; within each
 * of these in list order.
 */
export function createUnitSearch(units: readonly Unit[]): UnitSearch {
	const searched = units.map((unit) => ({
		unit,
		name: readUnitName(unit.name),
		full: foldKey(unit.name),
		code: foldKey(unit.code)
	}));

	return (text, { date, limit = 50 } = {}) => {
		const asked = foldKey(text);
		if (asked === '') return [];
		const name = readUnitName(text);
		return searched
			.filter(({ unit }) => date === undefined || isValidOn(unit, date))
			.map((each) => ({ unit: each.unit, rank: rankOf(each, { asked, name }) }))
			.filter(({ rank }) => rank < NOT_FOUND)
			.sort((a, b) => a.rank - b.rank)
			.slice(0, limit)
			.map(({ unit }) => unit);
	};
}

const NOT_FOUND = 4;

/** 0 the name or code starts with the text, 1 a word of it does, 2 it holds the text, 3 so it does without prefixes. */
function rankOf(unit: SearchedUnit, { asked, name }: { asked: string; name: UnitName }): number {
	const { folded, kind } = unit.name;
	if ([folded, unit.full, unit.code].some((text) => text.startsWith(asked))) return 0;
	if (` ${unit.full}`.includes(` ${asked}`)) return 1;
	if (unit.full.includes(asked)) return 2;
	const sameKind = name.kind === undefined || name.kind === kind;
	return sameKind && ` ${folded}`.includes(` ${name.folded}`) ? 3 : NOT_FOUND;
}
