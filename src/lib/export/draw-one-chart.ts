import type { OneChart } from '#lib/views/one-chart.ts';
import { chartSvg, pictureHeight } from './chart-svg.ts';
import { chartColours } from './chart-colours.ts';
import { chartNotes } from './chart-notes.ts';
import { drawAnswer } from './draw-answer.ts';
import { drawHeatGrid, heatGridHeight } from './draw-heat-grid.ts';
import { drawMovements, movementsHeight } from './draw-movements.ts';
import { drawSmallTrends, smallTrendsHeight } from './draw-small-trends.ts';
import { element, escapeMarkup } from './markup.ts';
import { textWidth, wrapText } from './text-width.ts';

/** A picture of a chart with all that it must not be read without, as an SVG document. */
export interface OnePicture {
	svg: string;
	/** In pixels at its usual size. */
	width: number;
	height: number;
}

/** How the picture is drawn. */
export interface OneLook {
	/** The colour behind it; transparent where absent. */
	ground?: string;
	/** In pixels. */
	width?: number;
}

const WIDTH = 960;
const MARGIN = 28;
const TITLE = { size: 21, line: 27, lines: 2, weight: 650 };
const SCOPE = { size: 14, line: 20, lines: 2, weight: 500 };
const NOTE = { size: 12, line: 17, lines: 4, weight: 400 };
const GAP = 14;
const FONT = "'Inter Variable', Inter, 'Segoe UI', 'Liberation Sans', Arial, sans-serif";

/**
 * The chart under its title, unit and period, over its targets, the state of its figures, their source and its code. Text
 * stays text in a font that is named; the same chart gives the same picture everywhere.
 */
export function drawOneChart(chart: OneChart, { ground, width = WIDTH }: OneLook): OnePicture {
	const inner = width - 2 * MARGIN;
	const { ink, inkSoft, line } = chartColours('light');
	const title = paragraph(chart.title, { ...TITLE, inner, colour: ink });
	const scope = paragraph(chart.scope, { ...SCOPE, inner, colour: inkSoft });
	const body = bodyOf(chart, inner);
	const top = MARGIN + title.height + scope.height + GAP;
	const foot = top + body.height + GAP;
	const asked = chart.query === undefined ? {} : { query: onOneLine(chart.query) };
	const notes = chartNotes({ ...chart, ...asked }, 'shown').map((words) =>
		paragraph(words, { ...NOTE, inner, colour: inkSoft })
	);
	const height = Math.ceil(
		foot + GAP + notes.reduce((sum, note) => sum + note.height, 0) + MARGIN - 6
	);
	const rule = { x1: MARGIN, y1: foot, x2: width - MARGIN, y2: foot, stroke: line };
	const parts = [
		ground === undefined ? '' : element('rect', { width, height, fill: ground }),
		title.at(MARGIN, MARGIN),
		scope.at(MARGIN, MARGIN + title.height),
		element('g', { transform: `translate(${MARGIN} ${top})` }, body.markup),
		element('line', rule),
		...notes.map((note, at) =>
			note.at(MARGIN, foot + 8 + notes.slice(0, at).reduce((sum, each) => sum + each.height, 0))
		)
	];
	const svg = element(
		'svg',
		{
			...{ xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
			...{ role: 'img', 'aria-label': `${chart.title}. ${chart.drawing.alternative}` },
			...{ 'font-family': FONT, lang: chart.language }
		},
		element('title', {}, escapeMarkup(`${chart.title}. ${chart.scope}`)) + parts.join('')
	);
	return { svg, width, height };
}

function bodyOf(
	{ drawing, language }: OneChart,
	width: number
): { markup: string; height: number } {
	if (drawing.kind === 'small-trends')
		return {
			markup: drawSmallTrends(drawing, { width, language }),
			height: smallTrendsHeight(drawing, width)
		};
	if (drawing.kind === 'heat-grid')
		return { markup: drawHeatGrid(drawing, { width, language }), height: heatGridHeight(drawing) };
	if (drawing.kind === 'answer') return drawAnswer(drawing.chart, width);
	if (drawing.kind === 'movements')
		return { markup: drawMovements(drawing, width), height: movementsHeight(drawing) };
	const height = Math.max(pictureHeight(drawing, width), drawing.kind === 'line' ? 380 : 96);
	const look = { language, tone: 'light', id: 'chart-' } as const;
	return { markup: chartSvg(drawing, { width, height, look }), height };
}

function onOneLine(text: string): string {
	return text.trim().replace(/\s+/g, ' ');
}

interface Paragraph {
	height: number;
	at: (x: number, y: number) => string;
}

function paragraph(
	words: string,
	{
		size,
		line,
		lines,
		weight,
		inner,
		colour
	}: { size: number; line: number; lines: number; weight: number; inner: number; colour: string }
): Paragraph {
	const wrapped = wrapText(words, { width: inner, size, lines });
	const look = { 'font-size': size, 'font-weight': weight, fill: colour };
	return {
		height: wrapped.length * line + (lines === NOTE.lines ? 2 : 4),
		at: (x, y) =>
			wrapped
				.map((text, at) => {
					// A font that is wider than the table of letters is drawn closer rather than cut.
					const isFull = textWidth(text, size) > inner;
					const fit = isFull ? { textLength: inner, lengthAdjust: 'spacingAndGlyphs' } : {};
					const place = { x, y: y + size + at * line, ...look, ...fit };
					return element('text', place, escapeMarkup(text));
				})
				.join('')
	};
}
