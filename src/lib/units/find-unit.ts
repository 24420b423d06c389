import { cleanText } from '#lib/base/fold.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { createEraFinder, type EraFinder } from './eras.ts';
import { createHeirFinder, type LineageEvent } from './lineage.ts';
import { indexNames, type NameIndex } from './name-index.ts';
import { readRemark } from './name-remark.ts';
import { readUnitName } from './unit-name.ts';
import { findBelow } from './find-below.ts';
import {
	createUnitSuggester,
	type SuggestionContext,
	type UnitSuggestion
} from './suggest-units.ts';
import type { Unit } from './unit.ts';
import { decide, type OnDate, type UnitMatch } from './unit-match.ts';
import { createUnitTree, type UnitTree } from './unit-tree.ts';
import { isValidOn } from './unit-validity.ts';

/** Says which unit a text stands for; with a date, among the units that exist that day. */
export interface UnitFinder {
	(text: string, options?: OnDate): UnitMatch;
	/** The units that a text may stand for where it is not found, the likeliest first; none is to be taken unasked. */
	suggest(text: string, options?: OnDate): UnitSuggestion[];
	/** The unit's name, with its parent's behind it where another unit of the day bears the same. */
	labelOf(unit: Unit, options?: OnDate): string;
	/** Of two dates of one era the finder says the same, whatever the text. */
	eraOf: EraFinder;
}

/**
 * A finder over a unit list: by code, then exact name, then the name without prefixes but with its tone marks, then
 * without marks; the first of these that knows the text decides. Then with the parent's name taken apart, then
 * without a remark in brackets, and last by a former name, where lineage or the code says that the unit is the same.
 */
export function createUnitFinder(
	units: readonly Unit[],
	lineage: readonly LineageEvent[] = []
): UnitFinder {
	const index = indexNames(units);
	const tree = createUnitTree(units);
	const context: SuggestionContext = {
		index,
		tree,
		heirsOf: createHeirFinder(lineage)
	};
	const eraOf = createEraFinder(units, lineage);
	const find = remembering(eraOf, (text, date) => settle(cleanText(text), date, context));
	const suggestFor = createUnitSuggester(context);
	const suggest = remembering(eraOf, (text, date) =>
		suggestFor(cleanText(text), { match: find(text, date), date })
	);
	return Object.assign((text: string, { date }: OnDate = {}) => find(text, date), {
		suggest: (text: string, { date }: OnDate = {}) => suggest(text, date),
		labelOf: (unit: Unit, { date }: OnDate = {}) => labelOf(unit, { date, context }),
		eraOf
	});
}

const REMEMBERED = 20_000;

/** The same answer to the same question of an era, without working it out again; a file names its units once a row. */
function remembering<Answer>(
	eraOf: EraFinder,
	ask: (text: string, date: IsoDate | undefined) => Answer
): (text: string, date: IsoDate | undefined) => Answer {
	const answers = new Map<string, Answer>();
	return (text, date) => {
		const question = `${eraOf(date)} ${text}`;
		const known = answers.get(question);
		if (known !== undefined) return known;
		if (answers.size >= REMEMBERED) answers.clear();
		const answer = ask(text, date);
		answers.set(question, answer);
		return answer;
	};
}

function settle(text: string, date: IsoDate | undefined, context: SuggestionContext): UnitMatch {
	if (text === '') return { kind: 'unknown' };
	const { index } = context;
	const direct = decide(index.read(text, date), date);
	if (direct.kind === 'found') return direct;
	const below = findBelow(text, date, context);
	if (below) return below;
	if (direct.kind === 'not-valid') return renamed(direct.units, date, context) ?? direct;
	return direct.kind === 'ambiguous' ? direct : remarked(text, date, context);
}

/** The one unit of the date that the units, all of another time, were renamed to. */
function renamed(
	units: readonly Unit[],
	date: IsoDate | undefined,
	{ tree, heirsOf }: SuggestionContext
): UnitMatch | undefined {
	const [former] = units;
	if (!former || units.length > 1 || date === undefined || former.validFrom > date)
		return undefined;
	const heirs = heirsOf(former.code, date);
	const [heir] = heirs;
	const code = heirs.length === 0 ? former.code : heirs.length === 1 && heir?.same ? heir.code : '';
	const unit = tree.find(code, date);
	return unit && { kind: 'found', unit, by: 'former-name' };
}

/** The unit that a text names beside a remark in brackets that does not tell which unit. */
function remarked(text: string, date: IsoDate | undefined, context: SuggestionContext): UnitMatch {
	const remark = readRemark(text);
	if (!remark) return { kind: 'unknown' };
	const { index } = context;
	const reading = index.read(remark.bare, remark.of === 'former' ? undefined : date);
	if (!reading) return { kind: 'unknown' };
	const candidates = reading.candidates.filter(({ unit }) => isOf(unit, remark.of));
	if (candidates.length === 0) return { kind: 'unknown' };
	const match = decide({ ...reading, by: 'fold', candidates }, date);
	if (match.kind === 'not-valid') return renamed(match.units, date, context) ?? match;
	const unsure = index.hasRemarked(readUnitName(remark.bare));
	return match.kind === 'found' && unsure ? { kind: 'ambiguous', units: [match.unit] } : match;
}

function isOf({ validTo }: Unit, of: 'former' | 'current' | 'any'): boolean {
	return of === 'any' || (of === 'former') === (validTo !== undefined);
}

function labelOf(
	unit: Unit,
	{
		date,
		context: { index, tree }
	}: { date?: IsoDate; context: { index: NameIndex; tree: UnitTree } }
): string {
	const name = cleanText(unit.name);
	const others = index
		.named(name)
		.filter((other) => other.unit.code !== unit.code)
		.filter((other) => date === undefined || isValidOn(other.unit, date));
	const parent = unit.parent === undefined ? undefined : tree.find(unit.parent, date);
	return others.length > 0 && parent ? `${name} (${cleanText(parent.name)})` : name;
}
