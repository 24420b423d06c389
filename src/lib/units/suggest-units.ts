import { groupBy } from '#lib/base/group-by.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { editDistance } from './edit-distance.ts';
import type { UnitMatch } from './unit-match.ts';
import type { HeirFinder } from './lineage.ts';
import { withoutBrackets, type NamedUnit, type NameIndex } from './name-index.ts';
import { readRemark } from './name-remark.ts';
import { createNameSuggester } from './similar-names.ts';
import { splitUnitText } from './split-unit-text.ts';
import type { Unit } from './unit.ts';
import { readUnitName, type UnitName } from './unit-name.ts';
import type { UnitTree } from './unit-tree.ts';
import { isValidOn } from './unit-validity.ts';

/** A unit that a text may stand for, and why it is proposed. */
export interface UnitSuggestion {
	unit: Unit;
	/** `exact` for one of several of the name, `former-name` for what a unit of the name has become, else `similar`. */
	why: 'exact' | 'former-name' | 'similar';
}

/** What is known of a unit list. */
export interface SuggestionContext {
	index: NameIndex;
	tree: UnitTree;
	heirsOf: HeirFinder;
}

interface Asked {
	match: UnitMatch;
	date?: IsoDate;
}

const SIMILAR = 3;
const MOST = 30;

/** Proposes units for texts that were not found, by how they matched. */
export function createUnitSuggester(
	context: SuggestionContext
): (text: string, asked: Asked) => UnitSuggestion[] {
	const { index } = context;
	const similarNames = createNameSuggester(index.foldedKeys);

	return (text, { match, date }) => {
		if (match.kind === 'found') return [];
		if (match.kind === 'ambiguous')
			return match.units.slice(0, MOST).map((unit) => ({ unit, why: 'exact' }));
		const named = match.kind === 'not-valid' ? match.units : remarkedUnits(text, context);
		return distinct([
			...heirsOn(named, date, context).map((unit) => ({ unit, why: 'former-name' as const })),
			...alike(text, date).map((unit) => ({ unit, why: 'similar' as const }))
		]).slice(0, SIMILAR + named.length);
	};

	function alike(text: string, date: IsoDate | undefined): Unit[] {
		return [
			...withRemark(text, date, context),
			...belowLike(text, date, context),
			...like(text, date)
		];
	}

	function like(text: string, date: IsoDate | undefined): Unit[] {
		const name = readUnitName(withoutBrackets(text) || text);
		const onDate = (key: string): NamedUnit[] =>
			existing(index.folded(key), date).filter(
				(each) => each.name.folded === name.folded || !(name.isNumbered || each.name.isNumbered)
			);
		return similarNames(name.folded, {
			most: SIMILAR,
			accepts: (key) => onDate(key).length > 0
		})
			.flatMap((key) => onDate(key).sort((a, b) => likeness(b, name) - likeness(a, name)))
			.map(({ unit }) => unit)
			.slice(0, SIMILAR);
	}
}

/** The units that the text names beside a remark in brackets. */
function withRemark(text: string, date: IsoDate | undefined, { index }: SuggestionContext): Unit[] {
	const bare = withoutBrackets(text);
	if (bare === text || bare === '') return [];
	return existing(index.read(bare, date)?.candidates ?? [], date).map(({ unit }) => unit);
}

/** Units of the name that one part of the text says, those first whose parent's name is like another part. */
function belowLike(text: string, date: IsoDate | undefined, context: SuggestionContext): Unit[] {
	const pairs = splitUnitText(text).flatMap((parts) => {
		const [first = '', last = ''] = [parts[0], parts.at(-1)];
		return [
			[first, last],
			[last, first]
		];
	});
	for (const [part = '', other = ''] of pairs) {
		const units = existing(context.index.read(part, date)?.candidates ?? [], date);
		const above = readUnitName(other).folded;
		const near = units
			.map(({ unit }) => ({ unit, distance: distanceToParent(unit, above, { date, ...context }) }))
			.filter(({ distance }) => distance <= SIMILAR || units.length <= SIMILAR)
			.sort((a, b) => a.distance - b.distance);
		if (near.length > 0) return near.slice(0, SIMILAR).map(({ unit }) => unit);
	}
	return [];
}

function distanceToParent(
	unit: Unit,
	above: string,
	{ date, tree, index }: SuggestionContext & { date?: IsoDate }
): number {
	const parent = unit.parent === undefined ? undefined : tree.find(unit.parent, date);
	return editDistance((parent && index.nameOf(parent)?.folded) ?? '', above, SIMILAR);
}

/** The units of any time whose name stands before a remark in brackets. */
function remarkedUnits(text: string, { index }: SuggestionContext): Unit[] {
	const bare = readRemark(text)?.bare;
	return bare === undefined ? [] : (index.read(bare)?.candidates ?? []).map(({ unit }) => unit);
}

/** What the units of another time have become by the date, or what they were that day. */
function heirsOn(
	units: readonly Unit[],
	date: IsoDate | undefined,
	{ tree, heirsOf }: SuggestionContext
): Unit[] {
	if (date === undefined) return [];
	return units
		.filter((unit) => !isValidOn(unit, date))
		.flatMap(({ code }) => [code, ...heirsOf(code, date).map((heir) => heir.code)])
		.map((code) => tree.find(code, date))
		.filter((unit) => unit !== undefined);
}

/** One suggestion a unit, the first. */
function distinct(suggestions: readonly UnitSuggestion[]): UnitSuggestion[] {
	return [...groupBy(suggestions, ({ unit }) => unit.code).values()].flatMap(([first]) =>
		first ? [first] : []
	);
}

function existing(candidates: readonly NamedUnit[], date: IsoDate | undefined): NamedUnit[] {
	return candidates.filter(({ unit }) => date === undefined || isValidOn(unit, date));
}

/** How many of body and kind are those that the text says. */
function likeness({ name }: NamedUnit, { kind, body }: UnitName): number {
	return (
		(kind !== undefined && name.kind === kind ? 2 : 0) +
		(body !== undefined && name.body === body ? 1 : 0)
	);
}
