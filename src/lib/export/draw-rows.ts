import { type TrendScale, trendScale } from '#lib/views/trend-scale.ts';
import type { ReportChart, ReportSeries } from '#lib/views/report.ts';
import { drawLegend } from './chart-legend.ts';
import { axisLabel, axisValue, placeWords, valueLabel } from './chart-words.ts';
import { drawBars, rowItems } from './draw-bars.ts';
import { drawStacks, stackItems } from './draw-stack.ts';
import { element, escapeMarkup } from './markup.ts';
import type { Drawing, RowPlot } from './picture.ts';
import { layer, type Shape, TIPS } from './picture-layer.ts';
import { textWidth, wrapText } from './text-width.ts';

const NAME_SIZE = 12;
const NAME_LINE = 14;
/** A typeface may be wider than the table of letters says. */
const SPARE = 1.05;
const AXIS = 26;
const ROW = 26;
/** Half of the last label of the axis. */
const EDGE = 20;

/** The chart with a row for each category: bars and bullets, or the parts of a whole. */
export function drawRows(drawing: Drawing): string {
	const { chart } = drawing;
	const isStack = chart.kind === 'levels';
	const legend = drawLegend(isStack ? stackItems(drawing) : rowItems(drawing), drawing);
	const plot = plotOf(drawing, legend.height);
	return [
		legend.markup,
		drawAxis(plot),
		drawNames(plot),
		isStack ? drawStacks(plot) : drawBars(plot),
		layer(chart.categories.map((_, place) => tipOf(plot, place)))
	].join('');
}

/** How high rows want to be, with legend and axis. */
export function rowsHeight(chart: ReportChart, width: number): number {
	const most = Math.max(1, ...namesOf(chart, width).names.map((lines) => lines.length));
	const row = Math.max(ROW, most * NAME_LINE + 6);
	return chart.categories.length * row + AXIS + legendGuess(chart, width);
}

/** A legend's lines are known only when it is drawn: one for every so many signs. */
function legendGuess(chart: ReportChart, width: number): number {
	const statuses = new Set(chart.series.flatMap(({ statuses = [] }) => statuses));
	return Math.ceil(((chart.series.length + statuses.size) * 150) / width) * 19 + 5;
}

function plotOf(drawing: Drawing, top: number): RowPlot {
	const { chart, width, height } = drawing;
	const { names, nameWidth } = namesOf(chart, width);
	const scale = scaleOf(drawing.whole);
	const labels = chart.kind === 'levels' ? 0 : labelSpace(drawing);
	const [left, right] = [nameWidth + 10, Math.max(nameWidth + 60, width - Math.max(labels, EDGE))];
	const bottom = height - AXIS;
	const step = (bottom - top) / Math.max(1, chart.categories.length);
	const span = scale.max - scale.min || 1;
	return {
		...{ drawing, scale, left, right, top, bottom, step, names },
		thick: Math.min(18, step * 0.62),
		across: (value) => left + ((axisValue(chart, value) - scale.min) / span) * (right - left),
		down: (place) => top + (place + 0.5) * step
	};
}

function scaleOf(chart: ReportChart): TrendScale {
	if (chart.kind === 'levels') return { min: 0, max: 100, interval: 25, decimals: 0 };
	const numbers = chart.series
		.flatMap(({ values }) => values)
		.filter((value) => value !== null)
		.map((value) => axisValue(chart, value));
	return trendScale([0, ...numbers], chart.unit === 'ratio');
}

function namesOf(chart: ReportChart, width: number): { names: string[][]; nameWidth: number } {
	const most = width * 0.34;
	const names = chart.categories.map((name) =>
		wrapText(name, { width: most, size: NAME_SIZE, lines: 2 })
	);
	const nameWidth = Math.max(0, ...names.flat().map((line) => textWidth(line, NAME_SIZE) * SPARE));
	return { names, nameWidth: Math.min(most, nameWidth) };
}

function labelSpace({ chart, language }: Drawing): number {
	const labels = mainSeries(chart).flatMap((series) =>
		chart.categories.map((_, place) => valueLabel(chart, { series, place, language }))
	);
	return Math.max(0, ...labels.map((label) => textWidth(label, NAME_SIZE))) + 12;
}

function mainSeries({ series }: ReportChart): ReportSeries[] {
	return series.filter(({ role }) => role === 'value');
}

function drawNames({ drawing, left, names, down }: RowPlot): string {
	const look = {
		'text-anchor': 'end',
		'font-size': NAME_SIZE,
		fill: drawing.colours.ink,
		lang: 'vi'
	};
	const lines = names.flatMap((name, place) =>
		name.map((line, at) => {
			const y = down(place) + 4 + (at - (name.length - 1) / 2) * NAME_LINE;
			return { look, markup: element('text', { x: left - 10, y }, escapeMarkup(line)) };
		})
	);
	return layer(lines);
}

function drawAxis({ drawing, scale, left, right, top, bottom }: RowPlot): string {
	const { chart, colours, language } = drawing;
	const isRatio = chart.unit === 'ratio' || chart.kind === 'levels';
	const marks = Math.round((scale.max - scale.min) / scale.interval);
	return Array.from({ length: marks + 1 }, (_, at) => {
		const value = scale.min + at * scale.interval;
		const x = left + ((right - left) * at) / Math.max(1, marks);
		const words = axisLabel(
			{ ...chart, unit: isRatio ? 'ratio' : 'count' },
			{ value, decimals: scale.decimals, language }
		);
		return (
			element('line', { x1: x, y1: top, x2: x, y2: bottom, stroke: colours.line }) +
			element(
				'text',
				{
					...{ x, y: bottom + 17, 'text-anchor': 'middle' },
					...{ 'font-size': 11, fill: colours.inkSoft }
				},
				words
			)
		);
	}).join('');
}

function tipOf({ drawing, top, step }: RowPlot, place: number): Shape {
	const { chart, width, language, tip } = drawing;
	const box = { x: 0, y: top + place * step, width, height: step };
	return { look: TIPS, markup: tip(box, placeWords(chart, place, language)) };
}
