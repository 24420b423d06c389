import type { MovementRow, Movements } from '#lib/views/one-chart.ts';
import { type ChartColours, chartColours } from './chart-colours.ts';
import { element, escapeMarkup } from './markup.ts';
import { textWidth, wrapText } from './text-width.ts';

const LEGEND = 26;
const ROW = 38;
const NAMES = 250;
const WORDS = 220;
const BAR = 10;

/** How high movements are. */
export function movementsHeight({ rows }: Movements): number {
	return LEGEND + rows.length * ROW;
}

/** A row for each unit: bars of its parts to the left or the right of the axis, and the numbers. */
export function drawMovements({ names, rows }: Movements, width: number): string {
	const colours = chartColours('light');
	const middle = (NAMES + width - WORDS) / 2;
	const axis = { x1: middle, y1: LEGEND, x2: middle, y2: LEGEND + rows.length * ROW };
	const frame = { colours, width, middle, half: (width - WORDS - NAMES) / 2 - 12 };
	return [
		hatch(colours),
		drawNames(names, colours),
		...rows.map((row, at) => drawRow(row, { ...frame, top: LEGEND + at * ROW })),
		element('line', { ...axis, stroke: colours.inkSoft })
	].join('');
}

const HATCH = 'movement-hatch';

function hatch({ accent, card }: ChartColours): string {
	const ground = element('rect', { width: 6, height: 6, fill: card });
	const line = element('path', { d: 'M0 6L6 0', stroke: accent, 'stroke-width': 1.5 });
	const box = { id: HATCH, width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
	return element('defs', {}, element('pattern', box, ground + line));
}

function lookOf({ accent }: ChartColours, part: number): Record<string, string | number> {
	return { fill: part === 0 ? accent : `url(#${HATCH})`, stroke: accent };
}

function drawNames(names: readonly string[], colours: ChartColours): string {
	let x = 0;
	return names
		.map((words, part) => {
			const box = { x, y: 2, width: 18, height: 10, ...lookOf(colours, part) };
			const text = { x: x + 24, y: 12, 'font-size': 11.5, fill: colours.inkSoft };
			x += 24 + textWidth(words, 11.5) + 18;
			return element('rect', box) + element('text', text, escapeMarkup(words));
		})
		.join('');
}

interface RowFrame {
	colours: ChartColours;
	width: number;
	/** Where the axis lies, and how far a bar may reach. */
	middle: number;
	half: number;
	top: number;
}

function drawRow(
	{ name, sizes, total, parts }: MovementRow,
	{ colours, width, middle, half, top }: RowFrame
): string {
	const { ink, inkSoft, line } = colours;
	const lines = wrapText(name, { width: NAMES - 16, size: 12, lines: 2 });
	const first = top + ROW / 2 + 4 - (lines.length - 1) * 7;
	const names = lines.map((words, at) =>
		element(
			'text',
			{ x: 0, y: first + at * 14, 'font-size': 12, fill: ink, lang: 'vi' },
			escapeMarkup(words)
		)
	);
	const above = top + (ROW - sizes.length * BAR) / 2;
	const bars = sizes.map((size, part) => {
		const long = Math.abs(size) * half;
		const place = { x: size < 0 ? middle - long : middle, y: above + part * BAR };
		return element('rect', { ...place, width: long, height: BAR - 1, ...lookOf(colours, part) });
	});
	const text = (words: string, y: number, look: Record<string, string | number>): string =>
		words === ''
			? ''
			: element('text', { x: width, y, 'text-anchor': 'end', ...look }, escapeMarkup(words));
	const bold = { 'font-size': 12.5, 'font-weight': 650, fill: ink };
	const small = { 'font-size': 11, fill: inkSoft };
	const rule = { x1: 0, y1: top, x2: width, y2: top, stroke: line };
	return [
		element('line', rule),
		...names,
		...bars,
		text(total, top + (parts === '' ? 23 : 16), bold),
		text(parts, top + 31, small)
	].join('');
}
