import type { Issue } from '#lib/base/issue.ts';
import {
	comparePeriods,
	type IsoDate,
	kindOf,
	lastDayOf,
	lastQuarterOf,
	type Period
} from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { BesideContext } from './beside-context.ts';
import { asParam } from './cell-issue.ts';
import type { Entry } from './draft.ts';
import type { FigureSeries } from './figures.ts';
import { distance, isOutlier, twiceMedian } from './modified-score.ts';
import { unitBreaks, type UnitBreaks } from './unit-breaks.ts';

/** A figure of the past. */
interface Point {
	period: Period;
	figure: bigint;
}

/** Tells the figures of the unit and measure that an entry can be compared with. */
interface Past {
	/** The newest of them. */
	lastBefore(entry: Entry): Point | undefined;
	/** All of them, the oldest first. */
	before(entry: Entry): Point[];
}

/** Figures that are far from the unit's own earlier ones of the same measure and the same kind of period. */
export function checkHistory(context: BesideContext): Issue[] {
	const breaks = unitBreaks(context.tree);
	const denominators = stockDenominators(context.catalogue);
	const past = pastOf(context, breaks);
	return context.entries
		.filter(({ state }) => state === 'figure')
		.flatMap((entry) => {
			const last = past.lastBefore(entry);
			if (
				!last ||
				isSmall(distance(entry.value, last.figure), context) ||
				mayPass(entry, last, breaks)
			)
				return NONE;
			if (
				denominators.has(entry.measure) &&
				isFarther(entry.value, last.figure, context.limits.denominatorPercent)
			)
				return [warn(entry, last, { code: 'denominator-moves', context })];
			const points = past.before(entry);
			return isNearAll(entry, points, context) ? NONE : jump(entry, points, context);
		});
}

const NONE: Issue[] = [];

/** True for a figure so near to the least and the greatest of the others that it is no jump, whatever is usual. */
function isNearAll({ value }: Entry, points: readonly Point[], { limits }: BesideContext): boolean {
	let [least, farthest] = [value, 0n];
	for (const { figure } of points) {
		if (figure < least) least = figure;
		const off = distance(value, figure);
		if (off > farthest) farthest = off;
	}
	const percent = Math.min(limits.jumpLeastPercent, limits.jumpPercent);
	return farthest * 100n <= BigInt(percent) * least;
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

/** A figure of a series, with what of its period is asked again and again. */
interface DatedPoint extends Point {
	kind: ReturnType<typeof kindOf>;
	quarter: number;
	day: IsoDate;
}

/**
 * The figures of the unit and measure before an entry: stocks of any earlier period of its kind, what counts from 1
 * January or in the period of the same quarter of earlier years; back to the last change of the unit. The series of one
 * unit are kept in order: entries come unit by unit.
 */
function pastOf({ figures, measures }: BesideContext, breaks: UnitBreaks): Past {
	let known: { unit: string; series: Map<string, readonly DatedPoint[]> } | undefined;
	const seriesOf = ({ unit, measure }: Entry): readonly DatedPoint[] => {
		if (known?.unit !== unit) known = { unit, series: new Map() };
		const found = known.series.get(measure) ?? inOrder(figures.seriesOf(unit, measure));
		known.series.set(measure, found);
		return found;
	};
	function comparable({ unit, measure, period }: Entry): (point: DatedPoint) => boolean {
		const isStock = measures.get(measure)?.overTime === 'end';
		const [kind, to, quarter] = [kindOf(period), lastDayOf(period), lastQuarterOf(period)];
		return (point) =>
			point.day < to &&
			point.kind === kind &&
			(isStock || point.quarter === quarter) &&
			breaks.isSame(unit, { from: point.day, to });
	}
	return {
		lastBefore: (entry) => seriesOf(entry).findLast(comparable(entry)),
		before: (entry) => seriesOf(entry).filter(comparable(entry))
	};
}

function inOrder(series: FigureSeries): DatedPoint[] {
	const points = [...series].flatMap(([period, figure]): DatedPoint[] => {
		if (figure === 'not-applicable') return [];
		const [kind, quarter, day] = [kindOf(period), lastQuarterOf(period), lastDayOf(period)];
		return [{ period, figure, kind, quarter, day }];
	});
	return points.sort((a, b) => comparePeriods(a.period, b.period));
}

/** Stocks by which an indicator divides. */
export function stockDenominators({ indicators, templates }: Catalogue): Set<string> {
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
