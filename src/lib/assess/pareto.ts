import { type Fraction, compareFractions } from '#lib/base/fraction.ts';
import {
	differenceOf,
	productOf,
	quotientOf,
	sumOf,
	wholeFraction,
	ZERO
} from '#lib/base/fraction-arithmetic.ts';
import type { Totals } from '#lib/base/indicator-total.ts';
import { type Period, yearOf } from '#lib/base/period.ts';
import type { Indicator, Target } from '#lib/catalogue/catalogue.ts';
import { shortfallOf } from './shortfall.ts';
import { type Tally, type TallyPart, ratioOf, tallyParts } from './tally.ts';
import { type Threshold, thresholdOf, verdictOn } from './threshold.ts';

/** How far one unit is from the target, counted in what the numerator counts. */
export interface Gap {
	/** Absent for the part beside the units below: the whole's own direct figures, what a split left unallocated. */
	unit?: string;
	/** t·den − num, exact: above zero what the unit lacks, below zero what it has beyond; for a ceiling the other way round. */
	gap: Fraction;
	/** What the unit itself lacks beside the same target, in whole organisations or people; 0 where it meets it. */
	shortfall: bigint;
	tally: Tally;
}

/** A unit that lacks, with its share and that of all before it in what is lacking. */
export interface LackingGap extends Gap {
	/** Of the sum of all that is lacking, 0 to 1. */
	share: Fraction;
	cumulative: Fraction;
}

/** Which units make the shortfall of a whole. The gaps of all of them add up to that of the whole, exactly. */
export interface Pareto {
	/** The gap of the whole, exact: what is lacking less what offsets it. */
	gap: Fraction;
	/** The units that lack, the largest gap first. */
	lacking: LackingGap[];
	/** The units at or beyond the target, which offset the others, the largest surplus first. */
	offsetting: Gap[];
}

/** Which shortfall is taken apart. */
export interface ParetoQuestion {
	unit: string;
	children: readonly string[];
	period: Period;
	indicator: Indicator;
	target: Target;
}

/** Which units below make a unit's shortfall at a ratio; `undefined` for a count, and without figures or a threshold. */
export function paretoOf(totals: Totals, question: ParetoQuestion): Pareto | undefined {
	const { unit, children, period, indicator, target } = question;
	const isRatio = indicator.denominator.length > 0;
	const threshold = thresholdOf(target, isRatio, yearOf(period));
	const { whole, parts } = tallyParts(totals, { unit, children, period, indicator: indicator.id });
	if (!isRatio || !threshold || !whole) return undefined;
	return splitGap({ whole, parts, threshold });
}

/** The gap of a whole split into those of its parts; `undefined` where the whole has no ratio. */
export function splitGap({
	whole,
	parts,
	threshold
}: {
	whole: Tally;
	parts: readonly TallyPart[];
	threshold: Threshold;
}): Pareto | undefined {
	const value = ratioOf(whole);
	if (!value) return undefined;
	const edge = edgeOf(value, threshold);
	const gaps = parts.flatMap(({ unit, tally }): Gap[] => {
		if (!tally) return [];
		const ratio = ratioOf(tally);
		const shortfall = ratio ? shortfallOf(ratio, threshold).count : 0n;
		return [{ ...(unit !== undefined && { unit }), gap: gapOf(tally, edge), shortfall, tally }];
	});
	const lacking = gaps.filter(({ gap }) => gap.numerator > 0n);
	return {
		gap: gapOf(whole, edge),
		lacking: accumulated(lacking.sort((a, b) => compareFractions(b.gap, a.gap))),
		offsetting: gaps
			.filter(({ gap }) => gap.numerator <= 0n)
			.sort((a, b) => compareFractions(a.gap, b.gap))
	};
}

interface Edge {
	at: Fraction;
	/** Whether less is wanted: under a ceiling, and above a band. */
	isCeiling: boolean;
}

function edgeOf(value: Fraction, threshold: Threshold): Edge {
	const { comparator } = threshold;
	const isAbove = verdictOn(value, threshold) === 'above';
	if (isAbove) return { at: threshold.max ?? threshold.value, isCeiling: true };
	return { at: threshold.value, isCeiling: comparator === '<' || comparator === '<=' };
}

function gapOf({ numerator, denominator }: Tally, { at, isCeiling }: Edge): Fraction {
	const wanted = productOf(at, wholeFraction(denominator));
	const counted = wholeFraction(numerator);
	return isCeiling ? differenceOf(counted, wanted) : differenceOf(wanted, counted);
}

function accumulated(gaps: readonly Gap[]): LackingGap[] {
	const all = sumOf(gaps.map(({ gap }) => gap));
	let sum = ZERO;
	return gaps.map((each) => {
		sum = sumOf([sum, each.gap]);
		return { ...each, share: quotientOf(each.gap, all), cumulative: quotientOf(sum, all) };
	});
}
