import { type TrendScale, trendScale } from '#lib/views/trend-scale.ts';
import type { ReportChart, ReportSeries } from '#lib/views/report.ts';
import { drawLegend } from './chart-legend.ts';
import { axisLabel, axisValue, placeWords } from './chart-words.ts';
import { breaksHeight, drawBreaks } from './draw-line-breaks.ts';
import { drawBands, drawLevels, lineItems } from './draw-line-levels.ts';
import { drawPoints } from './draw-line-points.ts';
import { element, escapeMarkup } from './markup.ts';
import type { Drawing, LinePlot } from './picture.ts';
import { layer, type Shape, TIPS } from './picture-layer.ts';
import { textWidth, wrapText } from './text-width.ts';

const LEFT = 48;
const RIGHT = 14;
const BOTTOM = 38;
const HEADROOM = 16;
const SIZE = 11.5;
/** From one printed category to the next, in pixels. */
const LABEL_SPACE = 34;

/** The chart as a line over periods, with targets as dashed steps and bands as areas. */
export function drawLine(drawing: Drawing): string {
	const legend = drawLegend(lineItems(drawing), drawing);
	const plot = plotOf(drawing, legend.height + breaksHeight(drawing) + HEADROOM);
	return [
		legend.markup,
		drawBands(plot),
		drawAxes(plot),
		drawBreaks(plot),
		drawLevels(plot),
		drawPoints(plot),
		layer(drawing.chart.categories.map((_, place) => tipOf(plot, place)))
	].join('');
}

function plotOf(drawing: Drawing, top: number): LinePlot {
	const { chart, width, height } = drawing;
	const [left, right, bottom] = [LEFT, width - RIGHT, height - BOTTOM];
	const step = (right - left) / Math.max(1, chart.categories.length);
	const scale = scaleOf(chart);
	const span = scale.max - scale.min || 1;
	return {
		...{ drawing, scale, left, right, top, bottom, step },
		across: (place) => left + (place + 0.5) * step,
		down: (value) => bottom - ((axisValue(chart, value) - scale.min) / span) * (bottom - top)
	};
}

function scaleOf(chart: ReportChart): TrendScale {
	const numbers = chart.series
		.flatMap(({ values }: ReportSeries) => values)
		.filter((value) => value !== null)
		.map((value) => axisValue(chart, value));
	return trendScale(numbers, chart.unit === 'ratio');
}

function drawAxes(plot: LinePlot): string {
	const { drawing, scale, left, right, bottom } = plot;
	const { chart, colours, language } = drawing;
	const marks = Math.max(1, Math.round((scale.max - scale.min) / scale.interval));
	const lines = Array.from({ length: marks + 1 }, (_, at) => {
		const value = scale.min + at * scale.interval;
		const y = bottom - ((bottom - plot.top) * at) / marks;
		const words = axisLabel(chart, { value, decimals: scale.decimals, language });
		const stroke = at === 0 ? colours.inkSoft : colours.line;
		return (
			element('line', { x1: left, y1: y, x2: right, y2: y, stroke }) +
			element(
				'text',
				{
					...{ x: left - 8, y: y + 4, 'text-anchor': 'end' },
					...{ 'font-size': 11, fill: colours.inkSoft }
				},
				words
			)
		);
	});
	return lines.join('') + drawCategories(plot);
}

/** Every category, or every second, third … where they would touch; the newest always. */
function drawCategories({ drawing, step, bottom, across }: LinePlot): string {
	const { categories } = drawing.chart;
	const widest = Math.max(...categories.map((name) => widthOf(name, step)), LABEL_SPACE);
	const every = Math.ceil(widest / step);
	const last = categories.length - 1;
	return categories
		.map((name, place) => {
			if ((last - place) % every !== 0) return '';
			return wrapText(name, {
				width: Math.max(step * every - 6, LABEL_SPACE),
				size: SIZE,
				lines: 2
			})
				.map((line, at) =>
					element(
						'text',
						{
							...{ x: across(place), y: bottom + 16 + at * 14, 'text-anchor': 'middle' },
							...{ 'font-size': SIZE, fill: drawing.colours.inkSoft }
						},
						escapeMarkup(line)
					)
				)
				.join('');
		})
		.join('');
}

/** A category breaks between its words. */
function widthOf(name: string, step: number): number {
	const lines = wrapText(name, {
		width: Math.max(step - 6, LABEL_SPACE * 2),
		size: SIZE,
		lines: 2
	});
	return Math.max(...lines.map((line) => textWidth(line, SIZE))) + 4;
}

function tipOf({ drawing, left, step, top, bottom }: LinePlot, place: number): Shape {
	const { chart, language, tip } = drawing;
	const height = bottom - top + HEADROOM + BOTTOM;
	const box = { x: left + place * step, y: top - HEADROOM, width: step, height };
	return { look: TIPS, markup: tip(box, placeWords(chart, place, language)) };
}
