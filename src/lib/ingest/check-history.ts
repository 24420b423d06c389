import type { Issue } from '#lib/base/issue.ts';
import { comparePeriods, kindOf, lastDayOf, lastQuarterOf, type Period } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { BesideContext } from './beside-context.ts';
import { asParam } from './cell-issue.ts';
import type { Entry } from './draft.ts';
import { distance, isOutlier, twiceMedian } from './modified-score.ts';
import { unitBreaks, type UnitBreaks } from './unit-breaks.ts';

/** A figure of the past. */
interface Point {
	period: Period;
	figure: bigint;
}

/** Figures that are far from the unit's own earlier ones of the same measure and the same kind of period. */
export function checkHistory(context: BesideContext): Issue[] {
	const breaks = unitBreaks(context.tree);
	const denominators = stockDenominators(context.catalogue);
	return context.entries
		.filter(({ state }) => state === 'figure')
		.flatMap((entry) => {
			const points = earlierPoints(entry, context, breaks);
			const last = points.at(-1);
			if (
				!last ||
				isSmall(distance(entry.value, last.figure), context) ||
				mayPass(entry, last, breaks)
			)
				return [];
			if (
				denominators.has(entry.measure) &&
				isFarther(entry.value, last.figure, context.limits.denominatorPercent)
			)
				return [warn(entry, last, { code: 'denominator-moves', context })];
			return jump(entry, points, context);
		});
}

/** By the median and spread of a long history, else by per cent of the last figure. */
function jump(entry: Entry, points: readonly Point[], context: BesideContext): Issue[] {
	const { jumpLeastPoints, jumpScore, jumpPercent, jumpLeastPercent } = context.limits;
	const last = points.at(-1);
	if (!last) return [];
	const others = points.map(({ figure }) => figure);
	const isLong = points.length >= jumpLeastPoints;
	const outlier = isLong ? isOutlier(entry.value, others, jumpScore) : undefined;
	if (outlier === undefined) {
		if (!isFarther(entry.value, last.figure, jumpPercent)) return [];
		return [warn(entry, last, { code: 'jump', context })];
	}
	const usual = twiceMedian(others) / 2n;
	const isFar =
		isFarther(entry.value, usual, jumpLeastPercent) &&
		!isSmall(distance(entry.value, usual), context);
	if (!outlier || !isFar) return [];
	const issue = warn(entry, last, { code: 'jump', context });
	return [{ ...issue, params: { ...issue.params, usual: asParam(usual), points: points.length } }];
}

/**
 * The figures of the unit and measure before the entry, the oldest first: stocks of any earlier period of its kind,
 * what counts from 1 January or in the period of the same quarter of earlier years; back to the last change of the unit.
 */
function earlierPoints(entry: Entry, context: BesideContext, breaks: UnitBreaks): Point[] {
	const { unit, measure, period } = entry;
	const isStock = context.measures.get(measure)?.overTime === 'end';
	const to = lastDayOf(period);
	const points = [...context.figures.seriesOf(unit, measure)].flatMap(
		([earlier, figure]): Point[] => {
			if (figure === 'not-applicable' || kindOf(earlier) !== kindOf(period)) return [];
			const from = lastDayOf(earlier);
			if (from >= to || !breaks.isSame(unit, { from, to })) return [];
			const isComparable = isStock || lastQuarterOf(earlier) === lastQuarterOf(period);
			return isComparable ? [{ period: earlier, figure }] : [];
		}
	);
	return points.sort((a, b) => comparePeriods(a.period, b.period));
}

/** Stocks by which an indicator divides. */
function stockDenominators({ indicators, templates }: Catalogue): Set<string> {
	const stocks = new Set(
		templates.flatMap(({ measures }) =>
			measures.filter(({ overTime }) => overTime === 'end').map(({ id }) => id)
		)
	);
	const denominators = indicators.flatMap(({ denominator }) => denominator);
	return new Set(denominators.filter((measure) => stocks.has(measure)));
}

function mayPass({ unit, period, value }: Entry, last: Point, breaks: UnitBreaks): boolean {
	const days = { from: lastDayOf(last.period), to: lastDayOf(period) };
	return breaks.mayPass(unit, days, value > last.figure ? 'rise' : 'fall');
}

function isSmall(difference: bigint, { limits }: BesideContext): boolean {
	return difference < BigInt(limits.jumpLeastDifference);
}

/** True where the figure is off the other one by more per cent of it. */
function isFarther(figure: bigint, other: bigint, percent: number): boolean {
	return distance(figure, other) * 100n > BigInt(percent) * other;
}

function warn(
	entry: Entry,
	last: Point,
	{ code, context }: { code: string; context: BesideContext }
): Issue {
	return context.warn(entry, code, {
		measure: context.measures.get(entry.measure)?.header ?? entry.measure,
		unit: context.nameOf(entry),
		period: entry.period,
		figure: asParam(entry.value),
		periodEarlier: last.period,
		before: asParam(last.figure)
	});
}
