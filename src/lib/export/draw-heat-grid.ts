import type { Language } from '#lib/base/language.ts';
import type { HeatGrid, HeatGridRow } from '#lib/views/one-chart.ts';
import { STATUS_ORDER, statusLook } from '#lib/views/status-look.ts';
import { type ChartColours, chartColours, statusNamed } from './chart-colours.ts';
import { createHatches, type Hatches } from './chart-hatch.ts';
import { element, escapeMarkup } from './markup.ts';
import { textWidth, wrapText } from './text-width.ts';

const LEGEND = 28;
const HEAD = 24;
const LINE = 15;
/** Heads of more letters take two lines. */
const LONG_HEAD = 9;
const ROW = 30;
const NAMES = 0.3;
/** Of a field, how wide the stripe of its verdict is. */
const STRIPE = 9;
const SIZE = 12;

/** How high the grid is. */
export function heatGridHeight(grid: HeatGrid): number {
	return LEGEND + headHeight(grid) + grid.rows.length * ROW;
}

function headHeight({ years }: HeatGrid): number {
	return years.some((year) => year.length > LONG_HEAD) ? HEAD + LINE : HEAD;
}

/** Units by years: each field is tinted by its verdict, whose stripe a black-and-white copy still tells apart. */
export function drawHeatGrid(
	grid: HeatGrid,
	{ width, language }: { width: number; language: Language }
): string {
	const colours = chartColours('light');
	const hatches = createHatches(colours, 'heat-');
	const left = width * NAMES;
	const frame: GridFrame = {
		...{ colours, hatches, left, width },
		step: (width - left) / Math.max(1, grid.years.length)
	};
	const drawn = [legendOf(grid, frame, language), headOf(grid, frame), rowsOf(grid, frame)];
	return drawn.join('');
}

interface GridFrame {
	colours: ChartColours;
	hatches: Hatches;
	/** Where the fields begin, and from one year to the next. */
	left: number;
	step: number;
	width: number;
}

function legendOf({ rows }: HeatGrid, { colours, hatches }: GridFrame, language: Language): string {
	const found = new Set(rows.flatMap(({ cells }) => cells.map(({ status }) => status)));
	let x = 0;
	return STATUS_ORDER.filter((status) => found.has(status))
		.map((status) => {
			const { word } = statusLook(status, language);
			const sign = { box: { x, y: 3, width: 16, height: 10 }, look: hatches.ofStatus(status) };
			const text = { x: x + 22, y: 12, 'font-size': SIZE, fill: colours.inkSoft };
			x += 40 + textWidth(word, SIZE);
			return hatches.draw([sign]) + element('text', text, escapeMarkup(word));
		})
		.join('');
}

function headOf({ years }: HeatGrid, { colours, left, step }: GridFrame): string {
	return years
		.map((year, at) => {
			const look = { 'font-size': SIZE, 'font-weight': 600, fill: colours.inkSoft };
			return wrapText(year, { width: step - 8, size: SIZE * 1.08, lines: 2 })
				.map((line, nth) => {
					const y = LEGEND + 14 + nth * LINE;
					const place = { x: left + (at + 0.5) * step, y, 'text-anchor': 'middle' };
					return element('text', { ...place, ...look }, escapeMarkup(line));
				})
				.join('');
		})
		.join('');
}

function rowsOf(grid: HeatGrid, frame: GridFrame): string {
	const areUnits = grid.rowsAre === 'units';
	return grid.rows
		.map((row, at) => {
			const move = { transform: `translate(0 ${LEGEND + headHeight(grid) + at * ROW})` };
			const look = {
				...(areUnits && { lang: 'vi' }),
				...(areUnits && at === 0 && { 'font-weight': 650 })
			};
			return element('g', move, nameOf(row, frame, look) + fieldsOf(row, frame));
		})
		.join('');
}

function nameOf(
	{ name }: HeatGridRow,
	{ colours, left }: GridFrame,
	look: Record<string, string | number>
): string {
	const [words = ''] = wrapText(name, { width: left - 12, size: SIZE, lines: 1 });
	const place = { x: 0, y: 19, 'font-size': SIZE, fill: colours.ink };
	return element('text', { ...place, ...look }, escapeMarkup(words));
}

function fieldsOf({ cells }: HeatGridRow, { colours, hatches, left, step }: GridFrame): string {
	return cells
		.map(({ text, status }, at) => {
			const named = statusNamed(status);
			const box = { x: left + at * step + 1, y: 1, height: ROW - 2 };
			const fill = named ? colours.tint(named) : colours.card;
			const ground = { ...box, width: step - 2, fill, stroke: colours.line };
			const stripe = named && { box: { ...box, width: STRIPE }, look: hatches.ofStatus(named) };
			const middle = left + (at + 0.5) * step + STRIPE / 2;
			const look = { x: middle, y: 19, 'text-anchor': 'middle', 'font-size': SIZE };
			return (
				element('rect', ground) +
				(stripe ? hatches.draw([stripe]) : '') +
				element('text', { ...look, fill: colours.ink }, escapeMarkup(text))
			);
		})
		.join('');
}
