import type { AnswerChart } from '#lib/views/answer-chart.ts';
import { chartColours } from './chart-colours.ts';
import { drawAnswerLines } from './draw-answer-lines.ts';
import { element, escapeMarkup } from './markup.ts';
import { layer } from './picture-layer.ts';
import { textWidth, wrapText } from './text-width.ts';

const ROW = 26;
const LINE = 14;
const SIZE = 12;
const BAR = 15;
/** A typeface may be wider than the table of letters says. */
const SPARE = 1.05;

/** The answer of a query as on the screen: a bar for each row from zero to its value, or lines over the places along x. */
export function drawAnswer(chart: AnswerChart, width: number): { markup: string; height: number } {
	return chart.kind === 'line' ? drawAnswerLines(chart, width) : drawAnswerBars(chart, width);
}

function drawAnswerBars(
	{ labels, series, zero }: AnswerChart,
	width: number
): { markup: string; height: number } {
	const { ink, accent, inkSoft } = chartColours('light');
	const points = series[0]?.points ?? [];
	const texts = labels.map((_, place) => points[place]?.text ?? '–');
	const names = labels.map((label) =>
		wrapText(label, { width: width * 0.36, size: SIZE, lines: 2 })
	);
	const left = Math.max(0, ...names.flat().map((line) => textWidth(line, SIZE) * SPARE)) + 12;
	const right = width - Math.max(0, ...texts.map((text) => textWidth(text, SIZE) * SPARE)) - 12;
	const across = (at: number): number => left + at * (right - left);
	const middle = (place: number): number => (place + 0.5) * ROW;
	const bars = points.flatMap((point, place) => {
		if (!point) return [];
		const [from, to] = [across(Math.min(point.at, zero)), across(Math.max(point.at, zero))];
		const box = { x: from, y: middle(place) - BAR / 2, width: to - from, height: BAR };
		return [{ look: { fill: accent }, markup: element('rect', box) }];
	});
	const written = { 'font-size': SIZE, fill: ink, 'text-anchor': 'end' };
	const named = names.flatMap((lines, place) =>
		lines.map((line, at) => {
			const y = middle(place) + 4 + (at - (lines.length - 1) / 2) * LINE;
			return { look: written, markup: text(line, left - 10, y) };
		})
	);
	const values = texts.map((value, place) => ({
		look: { ...written, 'font-weight': 600 },
		markup: text(value, width, middle(place) + 4)
	}));
	const height = labels.length * ROW;
	const axis = { x1: across(zero), y1: 0, x2: across(zero), y2: height, stroke: inkSoft };
	return { markup: layer([...bars, ...named, ...values]) + element('line', axis), height };
}

function text(words: string, x: number, y: number): string {
	return element('text', { x, y }, escapeMarkup(words));
}
