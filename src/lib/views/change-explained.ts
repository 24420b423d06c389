import { type Change, type ChangePart, explainChange } from '#lib/assess/explain-change.ts';
import { ratioOf, type Tally } from '#lib/assess/tally.ts';
import type { Fraction } from '#lib/base/fraction.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { childrenIn, type Ground } from './indicator-ground.ts';
import { printCount, printPercent } from './print-value.ts';
import { isRegimeBetween } from './regime-breaks.ts';
import { changeWords, signedMovement } from './sentence-change.ts';
import { periodInSentence, periodName } from './sentence-period.ts';

/** What one unit below brought to the movement of the whole; numbers are in points (or counts) and for the eye alone. */
export interface ChangeRow {
	/** Absent for what the whole has beside the units below it. */
	unit?: string;
	name: string;
	before: string;
	after: string;
	/** `+0,42`: of the whole's movement, by its own value, by its weight. */
	total: string;
	rate: string;
	mix: string;
	/** The same as shares of the longest bar, from −1 to 1. */
	bars: { rate: number; mix: number };
	size: { total: number; rate: number; mix: number };
	/** `chỉ có ở kỳ sau`; absent where the unit has figures in both periods. */
	presence?: string;
}

/** Why a value moved between two periods. */
export interface ChangeExplained {
	isRatio: boolean;
	/** What moved, by how much, and how much of it by rate and by mix. */
	sentence: string;
	/** What the reader must know before drawing conclusions. */
	cautions: string[];
	/** True where units came or went between the periods: the map of one day compares like with like. */
	areUnitsOther: boolean;
	rows: ChangeRow[];
	total: Pick<ChangeRow, 'before' | 'after' | 'total' | 'rate' | 'mix'>;
}

/** Whose change is asked for. */
export interface ChangeAsked {
	unit: string;
	indicator: Indicator;
	from: Period;
	to: Period;
	language: Language;
}

/** Which units below made the movement of a unit's value; `undefined` where either value is missing or none is below. */
export function changeExplained(ground: Ground, asked: ChangeAsked): ChangeExplained | undefined {
	const { unit, indicator, from, to, language } = asked;
	const below = [from, to].flatMap((period) => childrenIn(ground, unit, period));
	const children = [...new Set(below.map(({ code }) => code))];
	const change = explainChange(ground.facts.totals, { unit, children, from, to, indicator });
	if (!change || children.length === 0) return undefined;
	const isRatio = indicator.denominator.length > 0;
	const longest = Math.max(
		...change.parts.flatMap(({ rate, mix }) => [rate, mix].map((each) => Math.abs(numberOf(each))))
	);
	const rows = change.parts
		.filter(({ rate, mix }) => rate.numerator !== 0n || mix.numerator !== 0n)
		.map((part) => rowOf(part, { ground, asked, isRatio, longest: longest || 1 }));
	return {
		isRatio,
		sentence: sentenceOf(change, { asked, isRatio }),
		cautions: cautionsOn(change, ground, asked),
		areUnitsOther: change.parts.some(({ presence }) => presence !== 'both'),
		rows,
		total: movementWords(change, { isRatio, language })
	};
}

function rowOf(
	part: ChangePart,
	{
		ground,
		asked,
		isRatio,
		longest
	}: { ground: Ground; asked: ChangeAsked; isRatio: boolean; longest: number }
): ChangeRow {
	const { language } = asked;
	const { total, rate, mix } = part;
	return {
		...(part.unit !== undefined && { unit: part.unit }),
		name: nameOf(part, ground, asked),
		...movementWords(part, { isRatio, language }),
		bars: { rate: numberOf(rate) / longest, mix: numberOf(mix) / longest },
		size: { total: numberOf(total), rate: numberOf(rate), mix: numberOf(mix) },
		...(part.presence !== 'both' && { presence: say(language, `change.${part.presence}`) })
	};
}

function nameOf({ unit }: ChangePart, { facts, tree }: Ground, asked: ChangeAsked): string {
	if (unit === undefined) return say(asked.language, 'change.rest');
	const days = [asked.to, asked.from].map((period) => treeDayOf(facts.totals, period));
	const found = days.map((day) => tree.find(unit, day)).find((each) => each !== undefined);
	return found?.name ?? unit;
}

function movementWords(
	{
		before,
		after,
		total,
		rate,
		mix
	}: Pick<Change, 'total' | 'rate' | 'mix'> & { before?: Tally; after?: Tally },
	{ isRatio, language }: { isRatio: boolean; language: Language }
): ChangeExplained['total'] {
	const print = (tally?: Tally): string => tallyWords(tally, { isRatio, language });
	const signed = (movement: Fraction): string => signedMovement(movement, { isRatio, language });
	return {
		before: print(before),
		after: print(after),
		total: signed(total),
		rate: signed(rate),
		mix: signed(mix)
	};
}

function tallyWords(
	tally: Tally | undefined,
	{ isRatio, language }: { isRatio: boolean; language: Language }
): string {
	if (!tally) return '–';
	if (!isRatio) return printCount(tally.numerator, language);
	const value = ratioOf(tally);
	return value ? printPercent(value, { language }) : '–';
}

function sentenceOf(
	change: Change,
	{ asked, isRatio }: { asked: ChangeAsked; isRatio: boolean }
): string {
	const { from, to, language } = asked;
	const one = { numerator: 1n, denominator: 1n };
	const [earlier, later] = [change.before, change.after].map(
		(tally) => ratioOf(isRatio ? tally : { ...tally, denominator: 1n }) ?? one
	);
	if (!earlier || !later) return '';
	const { before, after, rate, mix } = movementWords(change, { isRatio, language });
	const said = say(language, 'change.said', {
		from: periodName(from, language),
		before,
		to: periodInSentence(to, language),
		after,
		change: changeWords(later, earlier, { isRatio, language })
	});
	return isRatio ? `${said} ${say(language, 'change.parts', { rate, mix })}` : said;
}

/** What a movement must not be read without: a denominator that made it, open figures, rules that changed between. */
function cautionsOn(change: Change, ground: Ground, asked: ChangeAsked): string[] {
	const { unit, indicator, from, to, language } = asked;
	const { before, after, denominatorMove } = change;
	const totals = [from, to].map((period) => ground.facts.totals.total(unit, period, indicator.id));
	const isOpen = totals.some((total) => total && (!total.closed || total.pending.units > 0));
	const counts = {
		numerator: `${printCount(before.numerator, language)} → ${printCount(after.numerator, language)}`,
		denominator: `${printCount(before.denominator, language)} → ${printCount(after.denominator, language)}`
	};
	return [
		...(denominatorMove ? [say(language, `change.denominator-${denominatorMove}`, counts)] : []),
		...(isOpen ? [say(language, 'change.open')] : []),
		...(isRegimeBetween(indicator, from, to) ? [say(language, 'change.regime')] : [])
	];
}

function numberOf({ numerator, denominator }: Fraction): number {
	return Number(numerator) / Number(denominator);
}
