import { compareNames } from '#lib/base/compare-names.ts';
import { valueOf } from '#lib/assess/value.ts';
import { compareFractions, type Fraction } from '#lib/base/fraction.ts';
import { differenceOf } from '#lib/base/fraction-arithmetic.ts';
import type { Language } from '#lib/base/language.ts';
import { localizeDecimal } from '#lib/base/format-number.ts';
import { say } from '#lib/base/messages.ts';
import { kindOf, lastQuarterOf, type Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { childrenIn, type Ground } from './indicator-ground.ts';
import { periodInSentence } from './sentence-period.ts';
import { thresholdStretches } from './multiple.ts';
import { type Grain, overTimesOf } from './trend-gaps.ts';
import { heightOf, isOwnFigure } from './trend-point.ts';
import { type TrendScale, trendScale } from './trend-scale.ts';

/** By what the small trends are ordered. */
export const MULTIPLE_ORDERS = ['value', 'change', 'name'] as const;

/** One of the orders. */
export type MultipleOrder = (typeof MULTIPLE_ORDERS)[number];

/** The trends of the units below beside one another, on one scale; each is drawn when it comes into sight (`multipleOf`). */
export interface Multiples {
	periods: Period[];
	scale: TrendScale;
	/** In their order: the lowest newest value first, the greatest fall first, or by name. */
	units: { code: string; name: string }[];
	/** How many rose and fell, on which scale. */
	sentence: string;
}

/** Whose small trends are asked for. */
export interface MultiplesQuestion {
	unit: string;
	period: Period;
	indicator: Indicator;
	grain: Grain;
	order: MultipleOrder;
	language: Language;
}

interface Series {
	code: string;
	name: string;
	values: (Fraction | undefined)[];
}

interface Moved extends Series {
	movement?: Fraction;
}

/** The small trends of the units directly below; `undefined` where there are not two units or two periods to compare. */
export function multiplesOf(ground: Ground, question: MultiplesQuestion): Multiples | undefined {
	const { unit, period, indicator, grain, language } = question;
	const { totals } = ground.facts;
	const periods = totals.periods.filter((each) => kindOf(each) === grain);
	const all = childrenIn(ground, unit, period).map(({ code, name }): Series => ({
		code,
		name,
		values: periods.map((each) => {
			const total = totals.total(code, each, indicator.id);
			return total && isOwnFigure(total.asOf, each) ? valueOf(total, indicator) : undefined;
		})
	}));
	const isDrawn = all.filter(({ values }) => values.some(Boolean)).length > 1;
	if (!isDrawn || periods.length < 2) return undefined;
	const isRatio = indicator.denominator.length > 0;
	const compared = comparedPeriods(ground, { indicator, grain, periods });
	const heights = all.flatMap(({ values }) =>
		values.flatMap((value) => (value ? [heightOf(value, isRatio)] : []))
	);
	const thresholds = thresholdStretches(ground, { unit, periods, indicator }).flat();
	const scale = trendScale([...heights, ...thresholds], isRatio);
	return {
		periods,
		scale,
		units: all
			.map((each) => ({ ...each, movement: movementOf(each, periods, compared) }))
			.sort((a, b) => compare(a, b, question))
			.map(({ code, name }) => ({ code, name })),
		sentence: sentenceOf(
			all.map((each) => movementOf(each, periods, compared)),
			{ periods: compared, scale, isRatio, language }
		)
	};
}

/** What is counted from 1 January compares with the same quarter of other years alone. */
function comparedPeriods(
	{ facts }: Ground,
	{ indicator, grain, periods }: { indicator: Indicator; grain: Grain; periods: Period[] }
): Period[] {
	const isCounted = grain === 'quarter' && overTimesOf(facts.catalogue, indicator).has('ytd');
	const newest = lastQuarterOf(periods.at(-1) ?? '');
	return isCounted ? periods.filter((period) => lastQuarterOf(period) === newest) : periods;
}

/** From the first value to the newest of the periods that compare; `undefined` where there are not two. */
function movementOf(
	{ values }: Series,
	periods: readonly Period[],
	compared: readonly Period[]
): Fraction | undefined {
	const known = values.filter((value, place) => value && compared.includes(periods[place] ?? ''));
	const [first, last] = [known[0], known.at(-1)];
	return first && last && first !== last ? differenceOf(last, first) : undefined;
}

/** Units without what they are ordered by stand last. */
function compare(a: Moved, b: Moved, { order }: MultiplesQuestion): number {
	const byName = compareNames(a.name, b.name);
	if (order === 'name') return byName;
	const [ofA, ofB] = [a, b].map(({ movement, values }) =>
		order === 'change' ? movement : values.findLast(Boolean)
	);
	if (!ofA || !ofB) return Number(!ofA) - Number(!ofB) || byName;
	return compareFractions(ofA, ofB) || byName;
}

function sentenceOf(
	movements: readonly (Fraction | undefined)[],
	{
		periods,
		scale,
		isRatio,
		language
	}: { periods: readonly Period[]; scale: TrendScale; isRatio: boolean; language: Language }
): string {
	const directions = movements.map((each) => each && Math.sign(Number(each.numerator)));
	const count = (sign: number): number => directions.filter((each) => each === sign).length;
	const print = (height: number): string =>
		localizeDecimal(height.toFixed(scale.decimals), language) + (isRatio ? '%' : '');
	return say(language, 'multiples.sentence', {
		units: movements.length,
		from: print(scale.min),
		to: print(scale.max),
		first: periodInSentence(periods[0] ?? '', language),
		last: periodInSentence(periods.at(-1) ?? '', language),
		up: count(1),
		down: count(-1),
		same: count(0)
	});
}
