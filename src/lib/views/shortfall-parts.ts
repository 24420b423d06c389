import { type Gap, type LackingGap, paretoOf } from '#lib/assess/pareto.ts';
import { standingOf } from '#lib/assess/standing.ts';
import { ratioOf } from '#lib/assess/tally.ts';
import type { Fraction } from '#lib/base/fraction.ts';
import { sumOf } from '#lib/base/fraction-arithmetic.ts';
import { localizeDecimal, toDecimal } from '#lib/base/format-number.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { childrenIn, type Ground } from './indicator-ground.ts';
import type { Viewpoint } from './overview-reading.ts';
import { printCount, printPercent } from './print-value.ts';

/** What one unit below lacks, and its part in what the whole lacks. */
export interface ShortfallRow {
	/** Absent for what the whole has beside the units below it. */
	unit?: string;
	name: string;
	value: string;
	/** `8/11`. */
	counts: string;
	/** What the unit itself lacks, in whole organisations or people. */
	own: string;
	/** Its part in the whole's gap, to a decimal: `2,4`. */
	gap: string;
	/** `34,2%`, alone and with all before it. */
	share: string;
	cumulative: string;
	/** For the eye and for the order alone. */
	size: { value: number; own: number; gap: number; share: number; cumulative: number };
}

/** Which units below make a shortfall. */
export interface ShortfallParts {
	/** How few units make most of it, and what the others offset. */
	sentence: string;
	/** The units that lack, the largest gap first. */
	rows: ShortfallRow[];
}

const MOST = { numerator: 4n, denominator: 5n };

/** Which units below make a unit's shortfall; `undefined` where it lacks nothing, or nothing is below it. */
export function shortfallParts(
	ground: Ground,
	indicator: Indicator,
	viewpoint: Viewpoint
): ShortfallParts | undefined {
	const { path, period, language } = viewpoint;
	const { leading } = standingOf(ground.facts, { path, period, indicator });
	const unit = path.at(-1) ?? '';
	const children = childrenIn(ground, unit, period).map(({ code }) => code);
	if (!leading?.shortfall || children.length === 0) return undefined;
	const { target } = leading;
	const pareto = paretoOf(ground.facts.totals, { unit, children, period, indicator, target });
	if (!pareto || pareto.lacking.length === 0) return undefined;
	const { lacking, offsetting } = pareto;
	const most = lacking.findIndex(
		({ cumulative: { numerator, denominator } }) =>
			numerator * MOST.denominator >= MOST.numerator * denominator
	);
	const surplus = sumOf(offsetting.map(({ gap }) => gap));
	const offset = { ...surplus, numerator: -surplus.numerator };
	return {
		sentence: [
			say(language, 'parts.most', { few: most + 1, lacking: lacking.length, all: children.length }),
			offset.numerator > 0n &&
				say(language, 'parts.offset', {
					units: offsetting.filter(({ gap }) => gap.numerator < 0n).length,
					surplus: decimal(offset, language),
					counted: indicator.counted[language]
				})
		]
			.filter(Boolean)
			.join(' '),
		rows: lacking.map((each) => rowOf(each, ground, viewpoint))
	};
}

function rowOf(part: LackingGap, ground: Ground, viewpoint: Viewpoint): ShortfallRow {
	const { language } = viewpoint;
	const { unit, gap, shortfall, share, cumulative, tally } = part;
	const value = ratioOf(tally);
	return {
		...(unit !== undefined && { unit }),
		name: nameOf(part, ground, viewpoint),
		value: value ? printPercent(value, { language }) : '–',
		counts: `${printCount(tally.numerator, language)}/${printCount(tally.denominator, language)}`,
		own: printCount(shortfall, language),
		gap: decimal(gap, language),
		share: `${decimal(inPercent(share), language)}%`,
		cumulative: `${decimal(inPercent(cumulative), language)}%`,
		size: {
			value: value ? numberOf(value) : 0,
			own: Number(shortfall),
			gap: numberOf(gap),
			share: numberOf(share),
			cumulative: numberOf(cumulative)
		}
	};
}

function nameOf({ unit }: Gap, { facts, tree }: Ground, { period, language }: Viewpoint): string {
	if (unit === undefined) return say(language, 'change.rest');
	return tree.find(unit, treeDayOf(facts.totals, period))?.name ?? unit;
}

function decimal(fraction: Fraction, language: Language): string {
	return localizeDecimal(toDecimal(fraction, 1), language);
}

function inPercent({ numerator, denominator }: Fraction): Fraction {
	return { numerator: numerator * 100n, denominator };
}

function numberOf({ numerator, denominator }: Fraction): number {
	return Number(numerator) / Number(denominator);
}
