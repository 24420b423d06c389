import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { type CompareCell, compareCells, type CompareSide } from './compare-cell.ts';
import { type CompareRows, hasValue, indicatorGroups } from './compare-rows.ts';
import { type Ground, pathIn } from './indicator-ground.ts';

/** One indicator, side by side. */
export interface CompareRow {
	indicator: string;
	name: string;
	/** One for each side. */
	cells: CompareCell[];
	/** True where not all sides have the same status. */
	isDifferent: boolean;
}

/** The indicators of one document, or the headline ones, side by side. */
export interface CompareGroup {
	id: string;
	label: string;
	rows: CompareRow[];
}

/** What stands at the head of a side, over all rows shown. */
export interface CompareHead extends CompareSide {
	/** False where the unit does not exist in the period. */
	exists: boolean;
	/** True for the side that the others are held against: the first that exists. */
	isBase: boolean;
	/** `đạt 12/31`: rows met, of those whose leading target asks for a level. */
	met: string;
	/** `cao hơn 12, thấp hơn 9, bằng 3`; absent on the first side, and where nothing can be compared. */
	against?: string;
}

/** Units or periods side by side. */
export interface Comparison {
	heads: CompareHead[];
	groups: CompareGroup[];
	/** How many indicators are shown, and at how many of them the sides stand differently. */
	shown: number;
	different: number;
}

/** What is to be compared. */
export interface CompareQuestion {
	sides: readonly CompareSide[];
	rows: CompareRows;
	language: Language;
}

/** The sides at each of the indicators asked for, in the order of the catalogue, the headline ones first. */
export function comparisonOf(
	ground: Ground,
	{ sides, rows: asked, language }: CompareQuestion
): Comparison {
	const [first] = sides;
	if (!first) return { heads: [], groups: [], shown: 0, different: 0 };
	const base = sides.find((side) => existsAt(ground, side));
	const { unit, period } = base ?? first;
	const viewpoint = { path: pathIn(ground, unit, period), period, language };
	const groups = indicatorGroups(ground.facts, viewpoint)
		.map(({ id, label, indicators }) => ({
			id,
			label,
			rows: indicators
				.filter((indicator) => isAsked(ground, { sides, asked, indicator }))
				.map((indicator) => rowOf(ground, sides, { indicator, language }))
				.filter(({ isDifferent }) => asked !== 'differ' || isDifferent)
		}))
		.filter(({ rows }) => rows.length > 0);
	const all = groups.flatMap(({ rows }) => rows);
	return {
		heads: sides.map((side, place) => ({
			...side,
			exists: existsAt(ground, side),
			isBase: side === base,
			...headWords(all, { place, language })
		})),
		groups,
		shown: all.length,
		different: all.filter(({ isDifferent }) => isDifferent).length
	};
}

function existsAt(ground: Ground, { unit, period }: CompareSide): boolean {
	return pathIn(ground, unit, period).length > 0;
}

function isAsked(
	ground: Ground,
	{
		sides,
		asked,
		indicator
	}: { sides: readonly CompareSide[]; asked: CompareRows; indicator: Indicator }
): boolean {
	if (asked === 'headline') return indicator.headline !== undefined;
	if (typeof asked !== 'string') return asked.includes(indicator.id);
	return (
		indicator.headline !== undefined ||
		sides.some(({ unit, period }) => hasValue(ground, { unit, period, indicator }))
	);
}

function rowOf(
	ground: Ground,
	sides: readonly CompareSide[],
	question: { indicator: Indicator; language: Language }
): CompareRow {
	const { indicator, language } = question;
	const cells = compareCells(ground, sides, question);
	const statuses = cells.flatMap(({ reading }) => reading?.status.status ?? []);
	return {
		indicator: indicator.id,
		name: indicator.name[language],
		cells,
		isDifferent: new Set(statuses).size > 1
	};
}

function headWords(
	rows: readonly CompareRow[],
	{ place, language }: { place: number; language: Language }
): Pick<CompareHead, 'met' | 'against'> {
	const cells = rows.flatMap(({ cells: all }) => all[place] ?? []);
	const judged = cells.filter(({ reading }) =>
		reading?.targets.some(({ kind }) => kind !== 'trend')
	);
	const met = judged.filter(({ reading }) => reading?.status.status === 'met').length;
	const signs = cells.flatMap(({ difference }) => difference?.sign ?? []);
	const countOf = (sign: number): number => signs.filter((each) => each === sign).length;
	const counts = { higher: countOf(1), lower: countOf(-1), equal: countOf(0) };
	return {
		met: say(language, 'compare.met', { met, judged: judged.length }),
		...(signs.length > 0 && { against: say(language, 'compare.against', counts) })
	};
}
