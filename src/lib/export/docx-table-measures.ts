import type { ReportColumn, ReportTable } from '#lib/views/report.ts';
import { textWidth } from './text-width.ts';

/** How a table is set: the widths of its columns in twentieths of a point, the size of its letters in half points. */
export interface TableMeasures {
	widths: number[];
	size: number;
}

const TWENTIETHS = 20;
/** In half points. */
const SMALLEST = 17;
/** The letters of a serif for print are narrower than those of a sans-serif for the screen. */
const SERIF = 0.86;
const BOLD = 1.06;
const CODE_SIZE = 14;
/** Texts in the middle of so few letters stand in one line. */
const SHORT = 10;
/** A name takes no more than about two lines; a sentence takes as many as it needs. */
const NAME_LINES = 1.8;
const LONGEST_NAME = 9;
/** The margins of a cell and the room that its lines need. */
const PADDING = 180;

/**
 * The largest letters with which no word and no number of the table is broken in that width, and its columns: each as
 * wide as it must be, the rest shared out by what the report says of them.
 */
export function tableMeasures(
	table: ReportTable,
	{ width, largest }: { width: number; largest: number }
): TableMeasures {
	const letters = neededLetters(table);
	const size = fittingSize(table, letters, { width, largest }) ?? SMALLEST;
	const needed = neededWidths(table, letters, size);
	const scale = Math.min(1, width / sum(needed));
	const scaled = needed.map((each) => Math.floor(each * scale));
	return { widths: sharedOut(scaled, table.columns, width), size };
}

/** True where even the smallest letters do not fit the width whole. */
export function isTooWide(table: ReportTable, width: number): boolean {
	return sum(neededWidths(table, neededLetters(table), SMALLEST)) > width;
}

/**
 * The table as tables that fit the width: each begins with the first columns, so many as name its rows, and goes on with
 * as many of the others as there is room for. One table where all fit.
 */
export function tableParts(
	table: ReportTable,
	{ width, naming }: { width: number; naming: number }
): ReportTable[] {
	const widths = neededWidths(table, neededLetters(table), SMALLEST);
	if (sum(widths) <= width) return [table];
	const names = Array.from({ length: naming }, (_, place) => place);
	const room = width - sum(widths.slice(0, naming));
	const groups: number[][] = [];
	let filled = Infinity;
	for (let place = naming; place < widths.length; place++) {
		const wide = widths[place] ?? 0;
		if (filled + wide > room) {
			groups.push([]);
			filled = 0;
		}
		filled += wide;
		groups.at(-1)?.push(place);
	}
	return groups.map((group) => columnsAt(table, [...names, ...group]));
}

function columnsAt(table: ReportTable, places: readonly number[]): ReportTable {
	const pick = <Item>(items: readonly Item[]): Item[] =>
		places.flatMap((place) => items.slice(place, place + 1));
	return {
		...table,
		columns: pick(table.columns),
		rows: table.rows.map((row) => ({ ...row, cells: pick(row.cells) }))
	};
}

function fittingSize(
	table: ReportTable,
	letters: readonly number[],
	{ width, largest }: { width: number; largest: number }
): number | undefined {
	for (let size = largest; size >= SMALLEST; size--)
		if (sum(neededWidths(table, letters, size)) <= width) return size;
	return undefined;
}

/**
 * What no cell of each column can do without, in letters of size 1: its longest word, and where it stands right its
 * longest text.
 */
function neededLetters({ columns, rows }: ReportTable): number[] {
	return columns.map((column, place) => {
		const head = column.title.split(/\s/).map((word) => textWidth(word, BOLD));
		const texts = new Set(rows.map(({ cells }) => cells[place]?.text ?? ''));
		return Math.max(...head, ...[...texts].map((text) => cellLetters(text, column)));
	});
}

function cellLetters(text: string, { role, align }: ReportColumn): number {
	if (role === 'code') return textWidth(halfCode(text), 1 / SERIF);
	if (align === 'right' || (align === 'center' && text.length <= SHORT)) return textWidth(text, 1);
	const longest = Math.max(...text.split(/[\s/]/).map((word) => textWidth(word, 1)));
	return Math.max(longest, Math.min(textWidth(text, 1) / NAME_LINES, LONGEST_NAME));
}

/** Codes are broken behind their second group. */
function halfCode(text: string): string {
	const groups = text.split('-');
	return `${groups.slice(0, Math.ceil(groups.length / 2)).join('-')}-`;
}

function neededWidths(
	{ columns }: ReportTable,
	letters: readonly number[],
	size: number
): number[] {
	return columns.map(({ role }, place) => {
		const points = (role === 'code' ? CODE_SIZE : size) / 2;
		return Math.ceil((letters[place] ?? 0) * points * SERIF * TWENTIETHS) + PADDING;
	});
}

function sharedOut(needed: number[], columns: readonly ReportColumn[], width: number): number[] {
	const spare = Math.max(0, width - sum(needed));
	const shares = columns.map((column) => (column.role === 'code' ? 0 : column.width));
	const whole = sum(shares) || 1;
	return needed.map((each, place) => each + Math.floor((spare * (shares[place] ?? 0)) / whole));
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}
