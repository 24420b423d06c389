import type { ChartLook } from './chart-option.ts';
import type { Trend } from './trend.ts';
import { type BreakPlace, placeBreaks } from './trend-break-place.ts';
import type { TrendLevel } from './trend-levels.ts';
import type { TrendPoint } from './trend-point.ts';
import type { TrendScale } from './trend-scale.ts';

/** A trend, how it is drawn, and on which upright axis. */
export interface MarkedTrend {
	trend: Trend;
	look: ChartLook;
	scale: TrendScale;
}

const MARGIN = { left: 4, right: 16, top: 18, bottom: 4 };

/** What one row of words above the plot needs, in pixels. */
const ROW_HEIGHT = 17;
const AXIS_WIDTH = 44;
const AXIS_HEIGHT = 28;
/** What a printed value needs across, in pixels. */
const VALUE_WIDTH = 60;
/** How far the value of a point reaches above or below it, in pixels. */
const LABEL_REACH = 30;
const STEEP = 20;
const STEP_ASIDE = 14;

/**
 * On which side of a point its value is printed: below it where a level runs right above; `undefined` for a point
 * without one. Every value is printed where there is room for it, else the newest alone.
 */
export function valueSide(point: TrendPoint, marked: MarkedTrend): 'top' | 'bottom' | undefined {
	const { points, levels } = marked.trend;
	if (point.height === undefined) return undefined;
	const newest = points.findLast(({ height }) => height !== undefined);
	if (spaceOf(marked) < VALUE_WIDTH && point !== newest) return undefined;
	const y = downTo(point.height, marked);
	const gaps = levels.flatMap(edgesOf).map((edge) => y - downTo(edge, marked));
	const isCrossedAbove = gaps.some((gap) => gap > 2 && gap < LABEL_REACH);
	const isCrossedBelow = gaps.some((gap) => gap < -2 && gap > -LABEL_REACH);
	return isCrossedAbove && !isCrossedBelow ? 'bottom' : 'top';
}

/** By how many pixels a printed value steps aside from a line that climbs through it: to the left of a rise, to the right of a fall. */
export function valueShift(place: number, marked: MarkedTrend): number {
	const { points, gaps } = marked.trend;
	const climbTo = (other: number): number => {
		const [here, there] = [points[place]?.height, points[other]?.height];
		const isJoined = !gaps.includes((place + other) / 2);
		if (here === undefined || there === undefined || !isJoined) return 0;
		return downTo(here, marked) - downTo(there, marked);
	};
	if (climbTo(place + 1) > STEEP) return -STEP_ASIDE;
	return climbTo(place - 1) > STEEP ? STEP_ASIDE : 0;
}

/** How much of the plot's width one period has, in pixels. */
export function spaceOf({ trend, look }: Pick<MarkedTrend, 'trend' | 'look'>): number {
	return widthOf(look) / trend.points.length;
}

/** The size of the plot within its margins and axes, in pixels. */
export function plotOf({ trend, look }: Pick<MarkedTrend, 'trend' | 'look'>): {
	width: number;
	height: number;
} {
	const { top, bottom } = marginOf({ trend, look });
	return { width: widthOf(look), height: look.height - top - bottom - AXIS_HEIGHT };
}

/** The space around the plot and its axes, in pixels: above it a row for each line of words at the breaks. */
export function marginOf({ trend, look }: Pick<MarkedTrend, 'trend' | 'look'>): typeof MARGIN {
	const rows = breakPlaces({ trend, look }).map(({ row }) => row + 1);
	return { ...MARGIN, top: MARGIN.top + Math.max(1, ...rows) * ROW_HEIGHT };
}

/** Where the words of each break stand above the plot. */
export function breakPlaces({
	trend,
	look
}: Pick<MarkedTrend, 'trend' | 'look'>): (BreakPlace & { distance: number })[] {
	const labels = trend.breaks.map(({ at, label }) => ({
		share: (at + 0.5) / trend.points.length,
		label
	}));
	return placeBreaks(labels, widthOf(look)).map((place) => ({
		...place,
		distance: 9 + place.row * ROW_HEIGHT
	}));
}

function widthOf({ width }: ChartLook): number {
	return width - MARGIN.left - MARGIN.right - AXIS_WIDTH;
}

/** How far below the upper edge of the plot a number lies, in pixels. */
export function downTo(number: number, marked: MarkedTrend): number {
	const { scale } = marked;
	return ((scale.max - number) / (scale.max - scale.min)) * plotOf(marked).height;
}

/** The value of a target's line, or both ends of a band. */
export function edgesOf({ value, max }: TrendLevel): number[] {
	return max === undefined ? [value] : [value, max];
}
