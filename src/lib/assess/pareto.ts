import type { Fraction } from '#lib/base/fraction.ts';
import { quotientOf, wholeFraction, ZERO } from '#lib/base/fraction-arithmetic.ts';
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
	const { lacking, offsetting } = sorted(parts, edge);
	const gapOf = ({ unit, tally, gap }: ScaledGap): Gap => {
		const ratio = ratioOf(tally);
		const shortfall = ratio ? shortfallOf(ratio, threshold).count : 0n;
		return { ...(unit !== undefined && { unit }), gap: unscaled(gap, edge), shortfall, tally };
	};
	const all = lacking.reduce((sum, { gap }) => sum + gap, 0n);
	let sum = 0n;
	return {
		gap: unscaled(scaledGap(whole, edge), edge),
		lacking: lacking.map((each) => {
			sum += each.gap;
			const [share, cumulative] = [each.gap, sum].map((part) => partOf(part, all));
			return { ...gapOf(each), share: share ?? ZERO, cumulative: cumulative ?? ZERO };
		}),
		offsetting: offsetting.map(gapOf)
	};
}

/**
 * The units that lack, the largest gap first, with their share in all that is lacking, 0 to 1, to order by and to draw;
 * `undefined` where `paretoOf` is.
 */
export function lackingShares(
	totals: Totals,
	{ unit, children, period, indicator, target }: ParetoQuestion
): { unit?: string; share: number }[] | undefined {
	const isRatio = indicator.denominator.length > 0;
	const threshold = thresholdOf(target, isRatio, yearOf(period));
	if (!isRatio || !threshold) return undefined;
	const { whole, parts } = tallyParts(totals, { unit, children, period, indicator: indicator.id });
	const value = ratioOf(whole);
	if (!value) return undefined;
	const { lacking } = sorted(parts, edgeOf(value, threshold));
	const all = Number(lacking.reduce((sum, { gap }) => sum + gap, 0n));
	return lacking.map(({ unit: child, gap }) => ({
		...(child !== undefined && { unit: child }),
		share: Number(gap) / all
	}));
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

/** A gap times the denominator of the edge: a whole number, so that gaps add up and compare without fractions. */
interface ScaledGap {
	unit?: string;
	tally: Tally;
	gap: bigint;
}

function sorted(
	parts: readonly TallyPart[],
	edge: Edge
): Record<'lacking' | 'offsetting', ScaledGap[]> {
	const gaps = parts.flatMap(({ unit, tally }): ScaledGap[] =>
		tally ? [{ unit, tally, gap: scaledGap(tally, edge) }] : []
	);
	return {
		lacking: gaps.filter(({ gap }) => gap > 0n).sort((a, b) => compare(b.gap, a.gap)),
		offsetting: gaps.filter(({ gap }) => gap <= 0n).sort((a, b) => compare(a.gap, b.gap))
	};
}

function scaledGap({ numerator, denominator }: Tally, { at, isCeiling }: Edge): bigint {
	const gap = at.numerator * denominator - numerator * at.denominator;
	return isCeiling ? -gap : gap;
}

function unscaled(gap: bigint, { at }: Edge): Fraction {
	return partOf(gap, at.denominator);
}

function partOf(part: bigint, whole: bigint): Fraction {
	return quotientOf(wholeFraction(part), wholeFraction(whole));
}

function compare(a: bigint, b: bigint): number {
	return a < b ? -1 : Number(a > b);
}
