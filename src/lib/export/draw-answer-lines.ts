import type { AnswerChart } from '#lib/views/answer-chart.ts';
import { type ChartColours, chartColours } from './chart-colours.ts';
import { drawLegend } from './chart-legend.ts';
import { lineSign } from './chart-signs.ts';
import { element, escapeMarkup } from './markup.ts';
import { layer, places, type Shape } from './picture-layer.ts';
import { textWidth } from './text-width.ts';

const PLOT = 330;
const TOP = 12;
const FOOT = 28;
const SIZE = 11.5;
const DASHES = [undefined, '7 4', '2 4', '10 4 2 4'];

/** Where places and values lie in the picture. */
interface Plot {
	chart: AnswerChart;
	colours: ChartColours;
	left: number;
	right: number;
	top: number;
	bottom: number;
	across: (place: number) => number;
	down: (at: number) => number;
}

/** The lines of an answer, each with its own colour and dashes, broken where a value is missing, under their names. */
export function drawAnswerLines(
	chart: AnswerChart,
	width: number
): { markup: string; height: number } {
	const colours = chartColours('light');
	const names = chart.by === undefined ? [] : chart.series.map(({ name }) => name);
	const legend = drawLegend(
		names.map((words, at) => ({ words, sign: lineSign(colourOf(colours, at), dashesOf(at)) })),
		{ colours, width }
	);
	const plot = plotOf(chart, { width, top: legend.height + TOP, colours });
	const lines = chart.series.flatMap((_, at) => lineOf(plot, at));
	const markup = [legend.markup, drawScale(plot), drawLabels(plot), layer(lines)].join('');
	return { markup, height: plot.bottom + FOOT };
}

function plotOf(
	chart: AnswerChart,
	{ width, top, colours }: { width: number; top: number; colours: ChartColours }
): Plot {
	const left = Math.max(0, ...chart.ticks.map(({ text }) => textWidth(text, SIZE))) + 14;
	const right = width - 14;
	const steps = Math.max(1, chart.labels.length - 1);
	return {
		...{ chart, colours, left, right, top, bottom: top + PLOT },
		across: (place) => left + ((right - left) * place) / steps,
		down: (at) => top + PLOT * (1 - at)
	};
}

function colourOf({ accent, graphic }: ChartColours, at: number): string {
	const all = [accent, graphic('above-band'), graphic('undecided'), graphic('not-due')];
	return all[at % all.length] ?? accent;
}

/** The second round of the same colours has other dashes. */
function dashesOf(at: number): string | undefined {
	return DASHES[(at + Math.floor(at / DASHES.length)) % DASHES.length];
}

function lineOf({ chart, colours, across, down }: Plot, at: number): Shape[] {
	const points = chart.series[at]?.points ?? [];
	const colour = colourOf(colours, at);
	const dots = points.flatMap((point, place) =>
		point ? [{ place, x: across(place), y: down(point.at) }] : []
	);
	const path = dots
		.map(({ place, x, y }, index) => {
			const isJoined = dots[index - 1]?.place === place - 1;
			return (isJoined ? 'L' : 'M') + places(x, y);
		})
		.join('');
	const stroke = { fill: 'none', stroke: colour, 'stroke-width': 2 };
	return [
		{ look: { ...stroke, 'stroke-dasharray': dashesOf(at) }, path },
		...dots.map(({ x, y }) => ({
			look: { fill: colour },
			markup: element('circle', { cx: x, cy: y, r: 3.2 })
		}))
	];
}

function drawScale({ chart, colours, left, right, down }: Plot): string {
	return chart.ticks
		.map(({ at, text }) => {
			const y = down(at);
			const line = { x1: left, y1: y, x2: right, y2: y, stroke: colours.line };
			const place = { x: left - 8, y: y + 4, 'text-anchor': 'end' };
			const look = { 'font-size': SIZE, fill: colours.inkSoft };
			return element('line', line) + element('text', { ...place, ...look }, escapeMarkup(text));
		})
		.join('');
}

/** Every place along x, or every second, third … where they would touch. */
function drawLabels({ chart: { labels }, colours, left, right, bottom, across }: Plot): string {
	const steps = Math.max(1, labels.length - 1);
	const longest = Math.max(0, ...labels.map((label) => textWidth(label, SIZE))) + 14;
	const every = Math.max(1, Math.ceil(longest / ((right - left) / steps)));
	const look = { 'font-size': SIZE, fill: colours.inkSoft };
	return labels
		.map((label, place) => {
			if (place % every !== 0) return '';
			const isLast = place > 0 && place === labels.length - 1;
			const anchor = place === 0 ? 'start' : isLast ? 'end' : 'middle';
			const at = { x: across(place), y: bottom + 18, 'text-anchor': anchor };
			return element('text', { ...at, ...look }, escapeMarkup(label));
		})
		.join('');
}
