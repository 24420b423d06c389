import type { ReportChart } from '#lib/views/report.ts';
import { chartColours } from './chart-colours.ts';
import { createHatches } from './chart-hatch.ts';
import { drawLine } from './draw-line.ts';
import { drawRows, rowsHeight } from './draw-rows.ts';
import { element, escapeMarkup } from './markup.ts';
import type { Drawing, PictureFrame } from './picture.ts';
import { type Box, boxPath } from './picture-layer.ts';

const FONT = "'Inter Variable', Inter, 'Segoe UI', 'Liberation Sans', Arial, sans-serif";
const LINE_RATIO = 0.46;

/**
 * The chart as an SVG document: text stays text, nothing moves, and verdicts are told apart by hatches as by colour. The
 * same chart gives the same text everywhere. Draw it as high as `pictureHeight` says, or rows become narrow.
 */
export function chartSvg(
	chart: ReportChart,
	{ width, height, look, whole = chart }: PictureFrame
): string {
	const colours = chartColours(look.tone);
	const hatches = createHatches(colours, look.id ?? '');
	const tip = look.isLive ? live : titled;
	const drawing: Drawing = {
		...{ chart, whole, width, height, colours, hatches, tip },
		language: look.language
	};
	const drawn = chart.kind === 'line' ? drawLine(drawing) : drawRows(drawing);
	const ground = look.ground && element('rect', { width, height, fill: look.ground });
	return element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			...{ width, height, viewBox: `0 0 ${width} ${height}` },
			role: 'img',
			'aria-label': chart.alternative,
			'font-family': look.font ?? (look.isLive ? undefined : FONT)
		},
		(ground ?? '') + drawn
	);
}

/** The chart as several of at most so many rows each, for pages; itself where it is a line or short enough. */
export function chartParts(chart: ReportChart, most: number): ReportChart[] {
	if (chart.kind === 'line' || chart.categories.length <= most) return [chart];
	const parts = Math.ceil(chart.categories.length / most);
	const each = Math.ceil(chart.categories.length / parts);
	return Array.from({ length: parts }, (_, part) => {
		const [from, to] = [part * each, (part + 1) * each];
		const series = chart.series.map((one) => ({
			...one,
			values: one.values.slice(from, to),
			labels: one.labels?.slice(from, to),
			statuses: one.statuses?.slice(from, to),
			provisional: one.provisional
				?.filter((place) => place >= from && place < to)
				.map((place) => place - from)
		}));
		return { ...chart, categories: chart.categories.slice(from, to), series };
	});
}

/** How high a picture of the chart should be at that width: one line for each row, or the shape of a landscape. */
export function pictureHeight(chart: ReportChart, width: number): number {
	if (chart.kind !== 'line') return Math.round(rowsHeight(chart, width));
	return Math.round(Math.min(420, Math.max(220, width * LINE_RATIO)));
}

function titled(box: Box, words: string): string {
	return element('rect', { ...box }, element('title', {}, escapeMarkup(words)));
}

function live(box: Box): string {
	return element('path', { d: boxPath(box) });
}
