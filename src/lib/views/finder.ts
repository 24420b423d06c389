import { foldKey } from '#lib/base/fold.ts';
import type { Language } from '#lib/base/language.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { IsoDate, Period } from '#lib/base/period.ts';
import { say } from '#lib/base/messages.ts';
import { createUnitSearch } from '#lib/units/search-units.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { dayWords } from './sentence-date.ts';
import { periodMark, periodName } from './sentence-period.ts';

/** What can be found, in the order in which it is listed where nothing tells it apart. */
export const FOUND_KINDS = [
	'action',
	'page',
	'unit',
	'indicator',
	'period',
	'document',
	'guide',
	'trace'
] as const;

/** What a thing is that can be found. */
export type FoundKind = (typeof FOUND_KINDS)[number];

/** A thing to find, in the language. */
export interface Findable {
	kind: FoundKind;
	/** A code of a unit, an id of an indicator, a period and so on. */
	id: string;
	label: string;
	/** What tells it from its like: the unit above, a document's whole name. */
	hint?: string;
	/** The key that does the same. */
	key?: string;
	/** Other names under which it is found. */
	also?: readonly string[];
}

/** What was found of one kind, best first. */
export interface FoundGroup {
	kind: FoundKind;
	title: string;
	found: Findable[];
}

/** Gives what a text may mean, by kind; the kind with the best answer first. */
export type Finder = (text: string) => FoundGroup[];

const MOST_OF_A_KIND = 6;

interface Prepared {
	findable: Findable;
	label: string;
	/** The label and every other name, each word after a space. */
	words: string;
}

/** A search over what is given, and over the units on a day with those of other days after them; it ignores accents. */
export function createFinder(
	findables: readonly Findable[],
	{ tree, day, language }: { tree: UnitTree; day: IsoDate; language: Language }
): Finder {
	const prepared = findables.map(prepare);
	const searchUnits = createUnitSearch(tree.units);

	return (text) => {
		const asked = foldKey(text);
		if (asked === '') return [];
		const ranked = prepared
			.map((each) => ({ findable: each.findable, rank: rankOf(each, asked) }))
			.filter(({ rank }) => rank < NOT_FOUND)
			.sort((a, b) => a.rank - b.rank);
		const units = unitsFound(text).map((findable) => ({
			findable,
			rank: Math.min(rankOf(prepare(findable), asked), NOT_FOUND - 1)
		}));
		return grouped([...ranked, ...units], language);
	};

	function unitsFound(text: string): Findable[] {
		const now = searchUnits(text, { date: day, limit: MOST_OF_A_KIND });
		const ever =
			now.length < MOST_OF_A_KIND ? searchUnits(text, { limit: 3 * MOST_OF_A_KIND }) : [];
		const former = ever.filter(({ code }) => !tree.isValidOn(code, day));
		const all = new Map([...now, ...former].map((unit) => [unit.code, unit]));
		return [...all.values()].map((unit) => unitFindable(unit, { tree, day, language }));
	}
}

/** What the catalogue monitors and the periods with figures, to be found under their names in both languages. */
export function catalogueFindables(
	{ indicators, documents }: Catalogue,
	periods: readonly Period[],
	language: Language
): Findable[] {
	const other = language === 'vi' ? 'en' : 'vi';
	return [
		...indicators.map(({ id, name, shortName }): Findable => ({
			kind: 'indicator',
			id,
			label: name[language],
			also: [shortName[language], name[other], shortName[other], id]
		})),
		...documents.map(({ id, number, shortName, name }): Findable => ({
			kind: 'document',
			id,
			label: number,
			hint: name[language],
			also: [shortName?.[language] ?? '', name[other]]
		})),
		...periods.toReversed().map((period): Findable => ({
			kind: 'period',
			id: period,
			label: periodName(period, language),
			also: [period, periodMark(period, language), periodName(period, other)]
		}))
	];
}

const NOT_FOUND = 4;

/** 0 the label starts with the text, 1 a word of it does, 2 every word asked for starts one, 3 every one is held. */
function rankOf({ label, words }: Prepared, asked: string): number {
	if (label.startsWith(asked)) return 0;
	if (` ${label}`.includes(` ${asked}`)) return 1;
	const parts = asked.split(' ');
	if (parts.every((part) => words.includes(` ${part}`))) return 2;
	return parts.every((part) => part.length > 1 && words.includes(part)) ? 3 : NOT_FOUND;
}

function prepare(findable: Findable): Prepared {
	const { label, also = [], hint = '' } = findable;
	const words = [label, hint, ...also].map((each) => ` ${foldKey(each)}`).join('');
	return { findable, label: foldKey(label), words };
}

function unitFindable(
	{ code, name, validFrom, validTo, parent }: Unit,
	{ tree, day, language }: { tree: UnitTree; day: IsoDate; language: Language }
): Findable {
	const above = parent === undefined ? undefined : tree.find(parent)?.name;
	const isFormer = validTo !== undefined && validTo < day;
	const span = isFormer
		? say(language, 'finder.until', { date: dayWords(validTo, language) })
		: validFrom > day
			? say(language, 'finder.from', { date: dayWords(validFrom, language) })
			: undefined;
	return {
		kind: 'unit',
		id: code,
		label: name,
		hint: [span, above].filter((each) => each !== undefined).join(' · '),
		also: [code]
	};
}

function grouped(
	ranked: readonly { findable: Findable; rank: number }[],
	language: Language
): FoundGroup[] {
	return FOUND_KINDS.map((kind) => {
		const ofKind = ranked.filter(({ findable }) => findable.kind === kind);
		return {
			best: Math.min(...ofKind.map(({ rank }) => rank)),
			group: foundGroup(
				kind,
				ofKind.map(({ findable }) => findable).slice(0, MOST_OF_A_KIND),
				language
			)
		};
	})
		.filter(({ group }) => group.found.length > 0)
		.sort((a, b) => a.best - b.best)
		.map(({ group }) => group);
}

/** Things of one kind under its heading. */
export function foundGroup(kind: FoundKind, found: Findable[], language: Language): FoundGroup {
	return { kind, title: say(language, `finder.${kind}`), found };
}
