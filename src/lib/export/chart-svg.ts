import type { ReportChart } from '#lib/views/report.ts';
import { chartColours } from './chart-colours.ts';
import { createHatches } from './chart-hatch.ts';
import { drawLine } from './draw-line.ts';
import { drawRows, rowsHeight } from './draw-rows.ts';
import { element, escapeMarkup } from './markup.ts';
import type { Drawing, PictureFrame } from './picture.ts';

const FONT = "'Inter Variable', Inter, 'Segoe UI', 'Liberation Sans', Arial, sans-serif";
const LINE_RATIO = 0.46;

/**
 * The chart as an SVG document: text stays text, nothing moves, and verdicts are told apart by hatches as by colour. The
 * same chart gives the same text everywhere. Draw it as high as `pictureHeight` says, or rows become narrow.
 */
export function chartSvg(chart: ReportChart, { width, height, look }: PictureFrame): string {
	const colours = chartColours(look.tone);
	const hatches = createHatches(colours, look.id ?? '');
	const tip = look.isLive ? liveTip : titled;
	const drawing: Drawing = {
		...{ chart, width, height, colours, hatches, tip },
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
			'font-family': look.font ?? FONT
		},
		hatches.definitions() + (ground ?? '') + drawn
	);
}

/** How high a picture of the chart should be at that width: one line for each row, or the shape of a landscape. */
export function pictureHeight(chart: ReportChart, width: number): number {
	if (chart.kind !== 'line') return Math.round(rowsHeight(chart, width));
	return Math.round(Math.min(420, Math.max(220, width * LINE_RATIO)));
}

function titled(name: string, attributes: Record<string, string | number>, words: string): string {
	return element(name, attributes, element('title', {}, escapeMarkup(words)));
}

function liveTip(name: string, attributes: Record<string, string | number>, words: string): string {
	return element(name, { ...attributes, class: 'tip', 'data-tip': words });
}
