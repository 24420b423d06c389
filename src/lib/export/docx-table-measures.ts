import type { ReportColumn, ReportTable } from '#lib/views/report.ts';
import { lowRows } from './low-rows.ts';
import { textWidth } from './text-width.ts';

/** How a table is set: the widths of its columns in twentieths of a point, the size of its letters in half points. */
export interface TableMeasures {
	widths: number[];
	size: number;
}

/** The columns that name a row of a numbered table: its number and its name. */
const NAMING_COLUMNS = 2;

const TWENTIETHS = 20;
/** In half points. */
const SMALLEST = 16;
/** The letters of a serif for print are narrower than those of a sans-serif for the screen. */
const SERIF = 0.9;
const BOLD = 1.1;
const CODE_SIZE = 14;
/** Texts of so few letters stand in one line. */
const SHORT = 12;
/** Where texts are so many times as long as they must have room, letters get a little smaller so that rows are lower. */
const SENTENCE = 3;
const ROOMY = 0.8;
const EASY_SIZE = 19;
/** So many rows tell how wide the columns best are. */
const SAMPLE = 80;
/** A name takes two lines; one that is longer than two of these, and a sentence, take as many as they need. */
const LONGEST_NAME = 9;
/** The margins of a cell and the room that its lines need. */
const PADDING = 170;

/**
 * The largest letters with which no word and no number of the table is broken in that width, and its columns: each as
 * wide as it must be, the rest shared out so that the rows are low.
 */
export function tableMeasures(
	table: ReportTable,
	{ width, largest }: { width: number; largest: number }
): TableMeasures {
	const letters = lettersOf(table);
	const size = fittingSize(table, letters, { width, largest }) ?? SMALLEST;
	const least = neededWidths(table, letters, size);
	const scale = Math.min(1, width / sum(least));
	const needed = least.map((each) => Math.floor(each * scale));
	const texts = textsOf(table, size);
	const widths = lowRows({ widths: needed, texts, padding: PADDING, width });
	return { widths: sharedOut(table, widths, width), size };
}

/** True where even the smallest letters do not fit the width whole. */
export function isTooWide(table: ReportTable, width: number): boolean {
	return sum(neededWidths(table, lettersOf(table), SMALLEST)) > width;
}

/**
 * The table as tables that fit the width: each begins with the columns that name its rows, and goes on with
 * as many of the others as there is room for. One table where all fit.
 */
export function tableParts(table: ReportTable, width: number): ReportTable[] {
	const widths = neededWidths(table, lettersOf(table), SMALLEST);
	if (sum(widths) <= width) return [table];
	const names = Array.from({ length: NAMING_COLUMNS }, (_, place) => place);
	const room = width - sum(widths.slice(0, NAMING_COLUMNS));
	const groups: number[][] = [];
	let filled = Infinity;
	for (let place = NAMING_COLUMNS; place < widths.length; place++) {
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
	letters: readonly ColumnLetters[],
	{ width, largest }: { width: number; largest: number }
): number | undefined {
	const sizes = Array.from({ length: largest - SMALLEST + 1 }, (_, less) => largest - less);
	const fits = (room: number, size: number): boolean =>
		sum(neededWidths(table, letters, size)) <= room;
	const easy = sizes.find((size) => size >= EASY_SIZE && fits(width * ROOMY, size));
	const fitting = sizes.find((size) => fits(width, size));
	if (letters.some(({ isSentence }) => isSentence)) return easy ?? fitting;
	return lowSize(table, letters, { sizes, width }) ?? fitting;
}

/** The largest size at which names that something stands small under need one line each; `undefined` where none does. */
function lowSize(
	table: ReportTable,
	letters: readonly ColumnLetters[],
	{ sizes, width }: { sizes: readonly number[]; width: number }
): number | undefined {
	if (letters.every(({ below }) => below === 0)) return undefined;
	const inLine = letters.map((each) =>
		each.below > 0 ? { ...each, needed: Math.max(each.needed, each.longest) } : each
	);
	return sizes.find((size) => size >= EASY_SIZE && sum(neededWidths(table, inLine, size)) <= width);
}

/** How wide a column is in letters of size 1. */
interface ColumnLetters {
	/** The longest word of its title. */
	head: number;
	/** What no cell can do without: no word, no number and no short text is broken, a name takes about two lines. */
	needed: number;
	/** The longest text in one line. */
	longest: number;
	/** The longest of what is set small under the texts. */
	below: number;
	/** True where texts are much longer than that. */
	isSentence: boolean;
}

function lettersOf({ columns, rows }: ReportTable): ColumnLetters[] {
	return columns.map((each, place) => {
		const column = { ...each, isName: place < NAMING_COLUMNS };
		const head = Math.max(...column.title.split(/\s/).map((word) => textWidth(word, BOLD)));
		const texts = [...new Set(rows.map(({ cells }) => cells[place]?.text ?? ''))];
		const totals = rows
			.filter(({ isTotal }) => isTotal)
			.map(({ cells }) => cells[place]?.text ?? '');
		const needed = Math.max(
			0,
			...texts.map((text) => neededLetters(text, column)),
			...totals.map((text) => neededLetters(text, column) * BOLD)
		);
		const longest = Math.max(0, ...texts.map((text) => textWidth(text, 1)));
		const small = [each.below, ...rows.map(({ cells }) => cells[place]?.below)];
		const below = Math.max(0, ...small.map((text) => textWidth(text ?? '', 1 / SERIF)));
		return { head, needed, longest, below, isSentence: longest > SENTENCE * needed };
	});
}

interface NamedColumn extends ReportColumn {
	isName: boolean;
}

function neededLetters(text: string, { role, align, isName }: NamedColumn): number {
	if (role === 'code') return textWidth(halfCode(text), 1 / SERIF);
	const whole = textWidth(text, 1);
	if (align === 'right' || text.length <= SHORT) return whole;
	const longest = Math.max(...text.split(/\s/).map((word) => textWidth(word, 1)));
	return isName ? Math.max(longest, Math.min(inTwoLines(text), LONGEST_NAME)) : longest;
}

/** The width of a text whose line is broken once, where its two parts are most alike. */
function inTwoLines(text: string): number {
	const whole = textWidth(text, 1);
	let [broken, least] = [0, whole];
	for (const word of text.split(/(?<=\s)/)) {
		broken += textWidth(word, 1);
		least = Math.min(least, Math.max(broken, whole - broken));
	}
	return least;
}

/** Codes are broken behind their second group. */
function halfCode(text: string): string {
	const groups = text.split('-');
	return `${groups.slice(0, Math.ceil(groups.length / 2)).join('-')}-`;
}

function neededWidths(
	{ columns }: ReportTable,
	letters: readonly ColumnLetters[],
	size: number
): number[] {
	return letters.map(({ head, needed, below }, place) => {
		const cellSize = columns[place]?.role === 'code' ? CODE_SIZE : size;
		return twentieths(Math.max(head * size, needed * cellSize, below * CODE_SIZE)) + PADDING;
	});
}

function twentieths(halfPoints: number): number {
	return Math.ceil((halfPoints / 2) * SERIF * TWENTIETHS);
}

/** How long the texts of each column are in one line; a code is broken where it should be. */
function textsOf({ columns, rows }: ReportTable, size: number): number[][] {
	const every = Math.ceil(rows.length / SAMPLE);
	const sample = rows.filter((_, place) => place % every === 0);
	return columns.map(({ role }, place) => {
		if (role === 'code') return [];
		return sample.map(({ cells }) => twentieths(textWidth(cells[place]?.text ?? '', 1) * size));
	});
}

/** What is left where no line is broken any more goes where the report wants it. */
function sharedOut(table: ReportTable, widths: readonly number[], width: number): number[] {
	const left = Math.max(0, width - sum(widths));
	const shares = table.columns.map(({ role, width: share }) => (role === 'code' ? 0 : share));
	const whole = sum(shares) || 1;
	return widths.map((each, place) => Math.floor(each + (left * (shares[place] ?? 0)) / whole));
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}
