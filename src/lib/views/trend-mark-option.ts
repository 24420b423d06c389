import type { ShownLayer } from '#lib/base/shown-layers.ts';
import type { ChartOption } from './chart-option.ts';
import { paperColours } from './palette.ts';
import type { Trend } from './trend.ts';
import { type LabelPlace, placeLabels } from './trend-label-place.ts';
import type { TrendLevel } from './trend-levels.ts';
import {
	breakPlaces,
	downTo,
	edgesOf,
	type MarkedTrend,
	plotOf,
	spaceOf,
	valueSide
} from './trend-plot.ts';

/** The dashes by which the lines of the layers are told apart; the page's legend draws the same. */
export const LAYER_DASHES: Record<ShownLayer, number[]> = {
	central: [9, 4],
	city: [2, 3],
	own: [9, 3, 2, 3],
	peers: [4, 2]
};

/** A dashed line for each level, two for a band, with the label at the upper one. */
export function levelLines(marked: MarkedTrend): ChartOption[][] {
	const { trend, look } = marked;
	const places = labelPlaces(marked);
	const { ink, inkSoft, card } = paperColours(look.tone);
	return trend.levels.flatMap((level, index) =>
		edgesOf(level).map((edge) => {
			const colour = level.isLeading ? ink : inkSoft;
			const width = level.isLeading ? 2 : 1.5;
			const lineStyle = { color: colour, width, type: LAYER_DASHES[level.layer] };
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
export function breakLines(marked: MarkedTrend): ChartOption[][] {
	const { trend, scale, look } = marked;
	const { inkSoft } = paperColours(look.tone);
	const places = breakPlaces(marked);
	return trend.breaks.map(({ at, label: words }, index) => {
		const label = {
			show: true,
			position: 'end',
			distance: places[index]?.distance,
			align: places[index]?.align,
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

function labelPlaces(marked: MarkedTrend): LabelPlace[] {
	const { trend } = marked;
	const { width, height } = plotOf(marked);
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

function topOf({ value, max }: TrendLevel): number {
	return max ?? value;
}
