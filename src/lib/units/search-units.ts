import { foldKey } from '#lib/base/fold.ts';
import type { IsoDate } from '#lib/base/period.ts';
import type { Unit } from './unit.ts';
import { isValidOn } from './unit-validity.ts';
import { readUnitName } from './unit-name.ts';

/** Units whose name or code holds the text; with a date, only those that exist that day; at most `limit` (50). */
export type UnitSearch = (text: string, options?: { date?: IsoDate; limit?: number }) => Unit[];

interface SearchedUnit {
	unit: Unit;
	/** The name without body and kind, the whole name and the code, folded. */
	bare: string;
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
		bare: readUnitName(unit.name).folded,
		full: foldKey(unit.name),
		code: foldKey(unit.code)
	}));

	return (text, { date, limit = 50 } = {}) => {
		const asked = foldKey(text);
		if (asked === '') return [];
		const bare = readUnitName(text).folded;
		return searched
			.filter(({ unit }) => date === undefined || isValidOn(unit, date))
			.map((each) => ({ unit: each.unit, rank: rankOf(each, { asked, bare }) }))
			.filter(({ rank }) => rank < NOT_FOUND)
			.sort((a, b) => a.rank - b.rank)
			.slice(0, limit)
			.map(({ unit }) => unit);
	};
}

const NOT_FOUND = 4;

/** 0 the name or code starts with the text, 1 a word of it does, 2 it holds the text, 3 so it does without prefixes. */
function rankOf(unit: SearchedUnit, { asked, bare }: { asked: string; bare: string }): number {
	if (unit.bare.startsWith(asked) || unit.full.startsWith(asked)) return 0;
	if (unit.code.startsWith(asked)) return 0;
	if (` ${unit.full}`.includes(` ${asked}`)) return 1;
	if (unit.full.includes(asked)) return 2;
	return ` ${unit.bare}`.includes(` ${bare}`) ? 3 : NOT_FOUND;
}
