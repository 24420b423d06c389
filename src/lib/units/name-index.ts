import { cleanText } from '#lib/base/fold.ts';
import { groupBy } from '#lib/base/group-by.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { hasFewerMarks, partyBody, placeKind, readUnitName, type UnitName } from './unit-name.ts';
import type { Unit } from './unit.ts';
import { isValidOn } from './unit-validity.ts';

/** A unit with its name taken apart. */
export interface NamedUnit {
	unit: Unit;
	name: UnitName;
}

/** How near a text is to the list: a code, the exact name, or a folded spelling of it. */
export type NameWay = 'code' | 'name' | 'fold';

/** The units that a text may stand for, and by which way of reading it. */
export interface NameReading {
	by: NameWay;
	candidates: NamedUnit[];
}

/** The names of a unit list, to be asked in every spelling. */
export interface NameIndex {
	/**
	 * What a text may stand for on the date: by code, exact name, name without prefixes, name without the remark that
	 * the list has in brackets; with marks left out only where no unit of any time is written so, because folding must
	 * never merge what marks keep apart. `undefined` where the list has no such name; where none of those that bear
	 * it exists on the date, they are all given.
	 */
	read(text: string, date?: IsoDate): NameReading | undefined;
	/** The units whose name is folded to this key. */
	folded(key: string): readonly NamedUnit[];
	/** The units that bear this very name. */
	named(name: string): readonly NamedUnit[];
	/** The unit's name taken apart. */
	nameOf(unit: Unit): UnitName | undefined;
	/** True where the list has units that differ from the name only by a remark in brackets. */
	hasRemarked(name: UnitName): boolean;
	readonly foldedKeys: readonly string[];
}

/** A ward is no cell: what a list calls "Phường An Bình" is its committee. */
const PLACE_BODY = 'dang bo';

/** An index over the names of a unit list. */
export function indexNames(units: readonly Unit[]): NameIndex {
	const named = units.map(nameUnit);
	const byUnit = new Map(named.map((each) => [each.unit, each.name]));
	const byCode = groupBy(named, ({ unit }) => unit.code.toLowerCase());
	const byName = groupBy(named, ({ unit }) => cleanText(unit.name));
	const byMarked = groupBy(named, ({ name }) => name.marked);
	const byFolded = groupBy(named, ({ name }) => name.folded);
	const remarked = named.filter(({ unit }) => unit.name.includes('('));
	const byBare = groupBy(remarked, ({ unit }) => readUnitName(withoutBrackets(unit.name)).marked);

	return {
		read(text, date) {
			const ofCode = byCode.get(text.toLowerCase());
			if (ofCode) return { by: 'code', candidates: existing(ofCode, date) ?? ofCode };
			const name = readUnitName(text);
			const exact = byName.get(text) ?? [];
			const marked = isBareNumber(name) ? [] : fitting(byMarked.get(name.marked), name);
			const bare = isBareNumber(name) ? [] : fitting(byBare.get(name.marked), name);
			const folded = isBareNumber(name)
				? []
				: fitting(byFolded.get(name.folded), name).filter((each) =>
						hasFewerMarks(name.marked, each.name.marked)
					);
			const readings: NameReading[] = [
				{ by: 'name', candidates: exact },
				{ by: 'fold', candidates: marked },
				{ by: 'fold', candidates: bare }
			];
			const known = readings.filter(({ candidates }) => candidates.length > 0);
			if (known.length === 0) {
				if (folded.length === 0) return undefined;
				return { by: 'fold', candidates: existing(folded, date) ?? folded };
			}
			for (const { by, candidates } of known) {
				const valid = existing(candidates, date);
				if (valid) return { by, candidates: valid };
			}
			return known[0];
		},
		folded: (key) => byFolded.get(key) ?? [],
		nameOf: (unit) => byUnit.get(unit),
		named: (name) => byName.get(cleanText(name)) ?? [],
		hasRemarked: (name) => fitting(byBare.get(name.marked), name).length > 0,
		foldedKeys: [...byFolded.keys()]
	};
}

/** The text without what stands in brackets. */
export function withoutBrackets(text: string): string {
	return cleanText(text.replace(/\([^()]*\)/g, ' '));
}

function nameUnit(unit: Unit): NamedUnit {
	const name = readUnitName(unit.name);
	const { kind = placeKind(unit.kind), body = partyBody(unit.kind) ?? (kind && PLACE_BODY) } = name;
	return { unit, name: { ...name, kind, body } };
}

/** A number alone may count the rows as well as name a ward. */
function isBareNumber({ kind, body, marked }: UnitName): boolean {
	return kind === undefined && body === undefined && /^\d+$/.test(marked);
}

/** Those of the date; `undefined` where there are none. */
function existing(candidates: NamedUnit[], date: IsoDate | undefined): NamedUnit[] | undefined {
	if (date === undefined) return candidates;
	const valid = candidates.filter(({ unit }) => isValidOn(unit, date));
	return valid.length > 0 ? valid : undefined;
}

/** Those of the kind and the body that the text says, else those that say none: "xã Hòa An" is never "phường Hòa An". */
function fitting(candidates: NamedUnit[] = [], asked: UnitName): NamedUnit[] {
	return saying(saying(candidates, 'kind', asked.kind), 'body', asked.body);
}

function saying(
	candidates: NamedUnit[],
	field: 'kind' | 'body',
	said: string | undefined
): NamedUnit[] {
	if (said === undefined) return candidates;
	const same = candidates.filter(({ name }) => name[field] === said);
	return same.length > 0 ? same : candidates.filter(({ name }) => name[field] === undefined);
}
