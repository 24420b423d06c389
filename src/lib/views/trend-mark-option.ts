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
const MOST_PRINTED = 8;

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
				distance: 3
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

/** True for a point whose value is printed beside it: every one where there are few, else the newest alone. */
export function isPrinted({ points }: Trend, point: TrendPoint): boolean {
	if (point.height === undefined) return false;
	return (
		points.length <= MOST_PRINTED || point === points.findLast(({ height }) => height !== undefined)
	);
}

function labelPlaces({ trend, scale, look }: MarkedTrend): LabelPlace[] {
	const width = look.width - MARGIN.left - MARGIN.right - AXIS_WIDTH;
	const height = look.height - MARGIN.top - MARGIN.bottom - AXIS_HEIGHT;
	const across = (place: number): number => ((place + 0.5) / trend.points.length) * width;
	const down = (number: number): number =>
		((scale.max - number) / (scale.max - scale.min)) * height;
	const lines = trend.levels.map((level) => ({
		left: across(level.from),
		right: across(level.to),
		y: down(topOf(level)),
		label: level.label
	}));
	const points = trend.points.map((point, place) =>
		point.height === undefined
			? undefined
			: { x: across(place), y: down(point.height), hasLabel: isPrinted(trend, point) }
	);
	return placeLabels(lines, { width, height, points });
}

function edgesOf({ value, max }: TrendLevel): number[] {
	return max === undefined ? [value] : [value, max];
}

function topOf({ value, max }: TrendLevel): number {
	return max ?? value;
}
