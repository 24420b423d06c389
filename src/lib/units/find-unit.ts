import { cleanText } from '#lib/base/fold.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { groupBy } from '#lib/base/group-by.ts';
import type { Unit } from './unit.ts';
import { isValidOn } from './unit-validity.ts';
import { placeKind, readUnitName, type UnitName } from './unit-name.ts';
import { createNameSuggester } from './similar-names.ts';

/** What a text in a unit column stands for. */
export type UnitMatch =
	/** One unit; `by` says how near the text is to the list: the code, the exact name, or a folded spelling of it. */
	| { kind: 'found'; unit: Unit; by: 'code' | 'name' | 'fold' }
	/** Several units could be meant. */
	| { kind: 'ambiguous'; units: Unit[] }
	/** Known, but none of them exists on the date. */
	| { kind: 'not-valid'; units: Unit[] }
	/** Not in the list; `similar` are at most three suggestions, never to be taken without asking. */
	| { kind: 'unknown'; similar: Unit[] };

/** Says which unit a text stands for; with a date, among the units that exist that day. */
export type UnitFinder = (text: string, options?: { date?: IsoDate }) => UnitMatch;

interface NamedUnit {
	unit: Unit;
	name: UnitName;
}

interface NameIndex {
	byCode: Map<string, NamedUnit[]>;
	byName: Map<string, NamedUnit[]>;
	byMarked: Map<string, NamedUnit[]>;
	byFolded: Map<string, NamedUnit[]>;
}

/**
 * A finder over a unit list: by code, then exact name, then the name without prefixes but with its tone marks, then
 * without marks. The first of these that knows the text decides, so that folding never merges what marks keep apart.
 */
export function createUnitFinder(units: readonly Unit[]): UnitFinder {
	const index = indexNames(units);
	const suggest = createNameSuggester([...index.byFolded.keys()]);
	const answers = new Map<string, UnitMatch>();

	return (text, { date } = {}) => {
		const question = `${date ?? ''} ${text}`;
		const known = answers.get(question);
		if (known) return known;
		const answer = settle(text, date);
		answers.set(question, answer);
		return answer;
	};

	function settle(text: string, date: IsoDate | undefined): UnitMatch {
		const clean = cleanText(text);
		if (clean === '') return { kind: 'unknown', similar: [] };
		const name = readUnitName(clean);
		return (
			decide(index.byCode.get(clean.toLowerCase()), { by: 'code', date }) ??
			decide(index.byName.get(clean), { by: 'name', date }) ??
			decide(ofKind(index.byMarked.get(name.marked), name), { by: 'fold', date, name }) ??
			decide(ofKind(index.byFolded.get(name.folded), name), { by: 'fold', date, name }) ?? {
				kind: 'unknown',
				similar: similarTo(name, date)
			}
		);
	}

	function similarTo({ folded, kind }: UnitName, date: IsoDate | undefined): Unit[] {
		const onDate = (key: string) => existing(index.byFolded.get(key) ?? [], date);
		return suggest(folded, { most: 3, accepts: (key) => onDate(key).length > 0 })
			.flatMap((key) => onDate(key).sort((a, b) => sameKind(b, kind) - sameKind(a, kind)))
			.map(({ unit }) => unit)
			.slice(0, 3);
	}
}

function indexNames(units: readonly Unit[]): NameIndex {
	const named = units.map((unit) => {
		const name = readUnitName(unit.name);
		return { unit, name: { ...name, kind: name.kind ?? placeKind(unit.kind) } };
	});
	return {
		byCode: groupBy(named, ({ unit }) => unit.code.toLowerCase()),
		byName: groupBy(named, ({ unit }) => cleanText(unit.name)),
		byMarked: groupBy(named, ({ name }) => name.marked),
		byFolded: groupBy(named, ({ name }) => name.folded)
	};
}

/** Those of the kind that the text says, else those without a kind: "xã Hòa An" is never "phường Hòa An". */
function ofKind(candidates: NamedUnit[] = [], { kind }: UnitName): NamedUnit[] {
	if (kind === undefined) return candidates;
	const same = candidates.filter((each) => each.name.kind === kind);
	return same.length > 0 ? same : candidates.filter((each) => each.name.kind === undefined);
}

/** The answer that candidates of one way of reading give; `undefined` where there are none. */
function decide(
	candidates: NamedUnit[] | undefined,
	{ by, date, name }: { by: 'code' | 'name' | 'fold'; date?: IsoDate; name?: UnitName }
): UnitMatch | undefined {
	if (!candidates || candidates.length === 0) return undefined;
	const valid = existing(candidates, date);
	if (valid.length === 0) return { kind: 'not-valid', units: candidates.map(({ unit }) => unit) };
	const units = newestByCode(ofBody(valid, name?.body));
	const [unit] = units;
	return unit && units.length === 1 ? { kind: 'found', unit, by } : { kind: 'ambiguous', units };
}

/** Those of the body that the text says, else all: "Chi bộ Văn phòng" is another one than "Đảng bộ Văn phòng". */
function ofBody(candidates: NamedUnit[], body: string | undefined): NamedUnit[] {
	const same = candidates.filter(({ name }) => name.body === body);
	return body !== undefined && same.length > 0 ? same : candidates;
}

function existing(candidates: NamedUnit[], date: IsoDate | undefined): NamedUnit[] {
	if (date === undefined) return [...candidates];
	return candidates.filter(({ unit }) => isValidOn(unit, date));
}

/** One record of each code, the newest: a unit that moved is still one unit. */
function newestByCode(candidates: NamedUnit[]): Unit[] {
	const newest = new Map<string, Unit>();
	for (const { unit } of candidates) {
		const other = newest.get(unit.code);
		if (!other || other.validFrom < unit.validFrom) newest.set(unit.code, unit);
	}
	return [...newest.values()];
}

function sameKind({ name }: NamedUnit, kind: string | undefined): number {
	return kind !== undefined && name.kind === kind ? 1 : 0;
}
