import { type Fraction, ceilOf, compareFractions } from '#lib/base/fraction.ts';
import {
	differenceOf,
	productOf,
	quotientOf,
	sumOf,
	wholeFraction
} from '#lib/base/fraction-arithmetic.ts';
import { type IsoDate, type Period, yearOf } from '#lib/base/period.ts';
import type { Target } from '#lib/catalogue/catalogue.ts';
import { monthOf, monthsAtEndOfDay } from './month-axis.ts';
import { shortfallOf } from './shortfall.ts';
import { pairwiseSlopes, quartileOf } from './slope.ts';
import { type Threshold, thresholdOf, verdictOn } from './threshold.ts';

/** One earlier or present value; `months` is when, counted from the year 0. */
export interface PacePoint {
	period: Period;
	months: bigint;
	/** The ratio as its two integers, for a count n/1. */
	value: Fraction;
}

/** `no-pace`: fewer than 3 points (MODEL "Status"). */
export type PaceWord = 'on-pace' | 'behind' | 'no-pace';

/** When the target is reached at some pace: it is already, in a month (`2027-08`), or never within a hundred years. */
export type Arrival = { kind: 'reached' } | { kind: 'never' } | { kind: 'month'; month: string };

/** How a value goes towards a target with a future due date. */
export interface Pace {
	word: PaceWord;
	/** The last day on which the target may be reached. */
	due: IsoDate;
	/** What is to be reached by then; of a band the edge that is still to be reached. */
	goal: Fraction;
	/** The points that it rests on, oldest first; the last one is the present. */
	points: PacePoint[];
	/** Where the straight line begins. */
	baseline: PacePoint;
	/** Where the straight line from the baseline to the goal stands at present; absent with fewer than 3 points. */
	expected?: Fraction;
	/** What each year must bring from now on; absent where the target is met. Within the last year all that is lacking. */
	required?: {
		/** In whole organisations or people, at the present denominator, rounded up. */
		count: bigint;
		/** In shares of 1 (for a count in whole numbers); below zero where less is wanted. */
		share: Fraction;
	};
	/** What each year brings at the present pace (Theil–Sen), in shares of 1; absent with fewer than 3 points. */
	slope?: Fraction;
	/** When the present pace arrives; absent with fewer than 3 points. */
	projected?: Arrival;
	/** Between which arrivals the middle half of the slopes lies; absent with fewer than 6 points. */
	interval?: { earliest: Arrival; latest: Arrival };
}

/** What a pace is told from. */
export interface PaceQuestion {
	/** Oldest first, all of one kind that compares; the last one is the present. */
	points: readonly PacePoint[];
	/** As the catalogue has it, with its yearly path. */
	target: Target;
	isRatio: boolean;
	/** The first year of the target's time. */
	start: number;
}

const LEAST_POINTS = 3;
const LEAST_FOR_INTERVAL = 6;
const MONTHS = 12n;
const HORIZON = 100n * MONTHS;

/** The pace beside a target; `undefined` where it has no threshold or no due day after the present, or no value yet. */
export function paceOf({ points, target, isRatio, start }: PaceQuestion): Pace | undefined {
	const due = dueOf(target);
	const present = points.at(-1);
	const threshold = due && thresholdOf(target, isRatio, yearOf(due));
	const baseline = baselineOf(points, start);
	if (!due || !threshold || !present || !baseline) return undefined;
	const left = differenceOf(monthsAtEndOfDay(due), wholeFraction(present.months));
	if (left.numerator <= 0n) return undefined;
	const side = sideOf([present, baseline], threshold);
	const goal = side === 'above' ? (threshold.max ?? threshold.value) : threshold.value;
	const course = { present, threshold, side, goal, left };
	const told = { due, goal, points: [...points], baseline, ...requiredOf(course) };
	if (points.length < LEAST_POINTS) return { word: 'no-pace', ...told };
	const expected = expectedOf(baseline, course);
	const word = isOnPace(expected, course) ? 'on-pace' : 'behind';
	return { word, ...told, expected, ...projection(points, course) };
}

/** The last day on which a target may be reached: its own day, or the end of its last year; `undefined` without either. */
export function dueOf({ due, to }: Target): IsoDate | undefined {
	return due ?? (to === undefined ? undefined : `${to}-12-31`);
}

/** The first point in the target's time, or where there is none before the present the last one before it. */
function baselineOf(points: readonly PacePoint[], start: number): PacePoint | undefined {
	const earlier = points.slice(0, -1);
	return earlier.find(({ period }) => yearOf(period) >= start) ?? earlier.at(-1) ?? points[0];
}

interface Course {
	present: PacePoint;
	threshold: Threshold;
	/** On which side of the target the value lies, or where it meets it the baseline; `below` where both do. */
	side: 'below' | 'above';
	goal: Fraction;
	/** The months from the present to the due day. */
	left: Fraction;
}

function sideOf(points: readonly PacePoint[], threshold: Threshold): 'below' | 'above' {
	const sides = points.map(({ value }) => verdictOn(value, threshold));
	return sides.find((side) => side !== 'met') ?? 'below';
}

function requiredOf({ present: { value }, threshold, goal, left }: Course): Pick<Pace, 'required'> {
	if (verdictOn(value, threshold) === 'met') return {};
	const years = quotientOf(left, wholeFraction(MONTHS));
	const spread = compareFractions(years, wholeFraction(1n)) < 0 ? wholeFraction(1n) : years;
	const { count } = shortfallOf(value, threshold);
	return {
		required: {
			count: ceilOf(quotientOf(wholeFraction(count), spread)),
			share: quotientOf(differenceOf(goal, value), spread)
		}
	};
}

/** The straight line at the present; flat where the baseline met the target, or lay on its other side. */
function expectedOf(
	baseline: PacePoint,
	{ present, threshold, side, goal, left }: Course
): Fraction {
	if (verdictOn(baseline.value, threshold) !== side) return goal;
	const gone = wholeFraction(present.months - baseline.months);
	const share = quotientOf(gone, sumOf([gone, left]));
	return sumOf([baseline.value, productOf(share, differenceOf(goal, baseline.value))]);
}

function isOnPace(expected: Fraction, { present: { value }, threshold }: Course): boolean {
	const side = verdictOn(value, threshold);
	if (side === 'met') return true;
	const beside = compareFractions(value, expected);
	return side === 'below' ? beside >= 0 : beside <= 0;
}

function projection(
	points: readonly PacePoint[],
	course: Course
): Pick<Pace, 'slope' | 'projected' | 'interval'> {
	const slopes = pairwiseSlopes(points);
	const [low, median, high] = ([1, 2, 3] as const).map((quarters) => quartileOf(slopes, quarters));
	if (!low || !median || !high) return {};
	const [slow, fast] = course.side === 'below' ? [low, high] : [high, low];
	return {
		slope: productOf(median, wholeFraction(MONTHS)),
		projected: arrivalAt(median, course),
		...(points.length >= LEAST_FOR_INTERVAL && {
			interval: { earliest: arrivalAt(fast, course), latest: arrivalAt(slow, course) }
		})
	};
}

function arrivalAt(slope: Fraction, { present, threshold, side, goal }: Course): Arrival {
	if (verdictOn(present.value, threshold) === 'met') return { kind: 'reached' };
	const leads = side === 'below' ? slope.numerator > 0n : slope.numerator < 0n;
	if (!leads) return { kind: 'never' };
	const months = quotientOf(differenceOf(goal, present.value), slope);
	if (compareFractions(months, wholeFraction(HORIZON)) > 0) return { kind: 'never' };
	// On the edge of a strict target nothing is left to the edge itself, and yet it is to come.
	const ahead = months.numerator === 0n ? wholeFraction(1n) : months;
	return { kind: 'month', month: monthOf(sumOf([wholeFraction(present.months), ahead])) };
}
