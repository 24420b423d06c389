import type { ReportSeries } from '#lib/views/report.ts';
import { valueLabel } from './chart-words.ts';
import { labelTexts } from './label-text.ts';
import { element } from './markup.ts';
import type { Drawing, LinePlot } from './picture.ts';
import { places } from './picture-layer.ts';
import { textWidth } from './text-width.ts';

const SIZE = 12;
const SHAPES = [
	'M0-4.5a4.5 4.5 0 1 0 .01 0z',
	'M-4-4h8v8h-8z',
	'M0-5l5 9h-10z',
	'M0-5l5 5-5 5-5-5z'
];
const DASHES = [undefined, '6 3', '2 3', '8 3 2 3'];

/** The lines of the values, broken where there is none, with a point for each and its printed value where there is room. */
export function drawPoints(plot: LinePlot): string {
	const values = plot.drawing.chart.series.filter(({ role }) => role === 'value');
	const lines = values.map((series, at) => drawPath(plot, series, at));
	const points = values.map((series, at) => drawMarks(plot, series, at));
	return [...lines, ...points, ...(areApart(values) ? [drawLabels(plot, values)] : [])].join('');
}

/** Colour and dashes of the line of a series by its place: the stretches of one series are drawn alike. */
export function lineLook(
	{ chart, colours }: Drawing,
	at: number
): { stroke: string; dashes: string | undefined } {
	if (areApart(chart.series.filter(({ role }) => role === 'value')))
		return { stroke: colours.accent, dashes: undefined };
	const stroke = [colours.accent, colours.ink, colours.inkSoft][at % 3] ?? colours.ink;
	return { stroke, dashes: DASHES[at % DASHES.length] };
}

/** The point of a series, for a legend. */
export function pointSign(drawing: Drawing, at: number): string {
	const { stroke } = lineLook(drawing, at);
	return element('path', { d: SHAPES[at % SHAPES.length], fill: stroke, stroke });
}

function drawPath(
	{ drawing, across, down }: LinePlot,
	{ values }: ReportSeries,
	at: number
): string {
	const { stroke, dashes } = lineLook(drawing, at);
	const d = values
		.map((value, place) => {
			if (value === null) return '';
			const begins = (values[place - 1] ?? null) === null;
			return `${begins ? 'M' : 'L'}${places(across(place), down(value))}`;
		})
		.join('');
	const look = { fill: 'none', stroke, 'stroke-width': 2.5, 'stroke-linejoin': 'round' };
	return element('path', { d, ...look, 'stroke-dasharray': dashes });
}

/** Hollow where provisional. */
function drawMarks({ drawing, across, down }: LinePlot, series: ReportSeries, at: number): string {
	const { stroke } = lineLook(drawing, at);
	return series.values
		.map((value, place) => {
			if (value === null) return '';
			const fill = series.provisional?.includes(place) ? drawing.colours.card : stroke;
			const transform = `translate(${places(across(place), down(value))})`;
			return element('path', {
				...{ d: SHAPES[at % SHAPES.length], transform, fill, stroke },
				'stroke-width': 2
			});
		})
		.join('');
}

/** True for the stretches of one series between its breaks: no place has two values. */
function areApart(values: readonly ReportSeries[]): boolean {
	const places = values.flatMap((series) =>
		series.values.flatMap((value, place) => (value === null ? [] : [place]))
	);
	return new Set(places).size === places.length;
}

/** The printed values, from the newest back; one that would lie on another is left out, and stands in the tip and the table. */
function drawLabels(plot: LinePlot, stretches: readonly ReportSeries[]): string {
	const { chart, colours, language, width } = plot.drawing;
	let free = width;
	const labels = chart.categories
		.map((_, place) => place)
		.reverse()
		.flatMap((place) => {
			const series = stretches.find(({ values }) => (values[place] ?? null) !== null);
			if (!series) return [];
			const words = valueLabel(chart, { series, place, language });
			const wide = textWidth(words, SIZE) + 4;
			const x = Math.min(plot.across(place), width - wide / 2);
			if (x + wide / 2 > free) return [];
			free = x - wide / 2;
			return [{ words, x, y: labelHeight(plot, series.values, place) }];
		});
	const look = { size: SIZE, anchor: 'middle' as const, weight: 600, fill: colours.ink };
	return labelTexts(labels, { ground: colours.card, ...look });
}

/** Below a point that both neighbours lie above, else over it. */
function labelHeight(
	{ down, bottom }: LinePlot,
	values: readonly (number | null)[],
	place: number
): number {
	const value = values[place] ?? 0;
	const around = [values[place - 1], values[place + 1]].filter((one) => typeof one === 'number');
	const isValley = around.length > 0 && around.every((other) => other > value);
	const y = down(value);
	return isValley && y + 20 < bottom ? y + 18 : y - 10;
}
