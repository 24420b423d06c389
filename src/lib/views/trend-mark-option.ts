import type { ChartLook, ChartOption } from './chart-option.ts';
import { paperColours } from './palette.ts';
import type { Trend } from './trend.ts';
import { type LabelPlace, placeLabels } from './trend-label-place.ts';
import type { TrendLevel } from './trend-levels.ts';
import type { TrendPoint } from './trend-point.ts';
import type { TrendScale } from './trend-scale.ts';

/** A trend, how it is drawn, and on which upright axis. */
export interface MarkedTrend {
	trend: Trend;
	look: ChartLook;
	scale: TrendScale;
}

/** The space around the plot and its axes, in pixels. */
export const MARGIN = { left: 4, right: 16, top: 34, bottom: 4 };

const AXIS_WIDTH = 44;
const AXIS_HEIGHT = 28;
/** What a printed value needs across, in pixels. */
const VALUE_WIDTH = 60;
/** How far the value of a point reaches above or below it, in pixels. */
const LABEL_REACH = 30;

/** A dashed line for each level, two for a band, with the label at the upper one. */
export function levelLines(marked: MarkedTrend): ChartOption[][] {
	const { trend, look } = marked;
	const places = labelPlaces(marked);
	const { ink, inkSoft, card } = paperColours(look.tone);
	return trend.levels.flatMap((level, index) =>
		edgesOf(level).map((edge) => {
			const colour = level.isLeading ? ink : inkSoft;
			const lineStyle = { color: colour, width: 1.5, type: level.isLeading ? [7, 4] : [2, 3] };
			const label = {
				show: edge === topOf(level),
				position: places[index],
				formatter: () => level.label,
				color: colour,
				fontSize: 12,
				backgroundColor: card,
				padding: [1, 3],
				distance: 6
			};
			return [{ coord: [level.from, edge], lineStyle, label }, { coord: [level.to, edge] }];
		})
	);
}

/** An upright line for each break, its words above the plot and within its width. */
export function breakLines({ trend, scale, look }: MarkedTrend): ChartOption[][] {
	const { inkSoft } = paperColours(look.tone);
	return trend.breaks.map(({ at, label: words }) => {
		const share = (at + 0.5) / trend.points.length;
		const label = {
			show: true,
			position: 'end',
			distance: 9,
			align: share > 0.7 ? 'right' : share < 0.3 ? 'left' : 'center',
			formatter: () => words,
			color: inkSoft,
			fontSize: 12
		};
		const lineStyle = { color: inkSoft, width: 1, type: 'solid' };
		return [{ coord: [at, scale.min], lineStyle, label }, { coord: [at, scale.max] }];
	});
}

/** The ground of each band. */
export function bandAreas({ levels }: Trend): ChartOption[][] {
	return levels.flatMap(({ from, to, value, max }) =>
		max === undefined ? [] : [[{ coord: [from, value] }, { coord: [to, max] }]]
	);
}

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

/** How much of the plot's width one period has, in pixels. */
export function spaceOf({ trend, look }: MarkedTrend): number {
	return plotOf(look).width / trend.points.length;
}

function labelPlaces(marked: MarkedTrend): LabelPlace[] {
	const { trend, look } = marked;
	const { width, height } = plotOf(look);
	const across = (place: number): number => (place + 0.5) * spaceOf(marked);
	const lines = trend.levels.map((level) => ({
		left: across(level.from),
		right: across(level.to),
		y: downTo(topOf(level), marked),
		label: level.label
	}));
	const points = trend.points.map((point, place) =>
		point.height === undefined
			? undefined
			: { x: across(place), y: downTo(point.height, marked), label: valueSide(point, marked) }
	);
	return placeLabels(lines, { width, height, points });
}

function plotOf(look: ChartLook): { width: number; height: number } {
	return {
		width: look.width - MARGIN.left - MARGIN.right - AXIS_WIDTH,
		height: look.height - MARGIN.top - MARGIN.bottom - AXIS_HEIGHT
	};
}

/** How far below the upper edge of the plot a number lies, in pixels. */
function downTo(number: number, { scale, look }: MarkedTrend): number {
	return ((scale.max - number) / (scale.max - scale.min)) * plotOf(look).height;
}

function edgesOf({ value, max }: TrendLevel): number[] {
	return max === undefined ? [value] : [value, max];
}

function topOf({ value, max }: TrendLevel): number {
	return max ?? value;
}
