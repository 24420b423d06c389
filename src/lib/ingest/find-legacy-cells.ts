import type { Grid, LegacyEncoding, LegacyFont } from './grid.ts';
import { fromLegacy } from './legacy-letters.ts';
import { markedWords, type Testimony, testimonyOf } from './legacy-word.ts';

/** A cell whose text is typed for an old Vietnamese font; row and column from 1. */
export interface LegacyCell {
	row: number;
	column: number;
	encoding: LegacyEncoding;
	before: string;
	/** The text in Unicode. */
	after: string;
}

/** A cell of text that holds more than the letters of English. */
interface MarkedCell {
	row: number;
	column: number;
	text: string;
	/** What the file says of its font. */
	font?: LegacyFont;
}

const ENCODINGS = ['tcvn3', 'vni'] as const;
const MARKED = /[^\u0000-\u00a0]/;
/** Fewer different words may be chance: a French name, a sign. */
const LEAST_WORDS = 2;

/**
 * The cells of a grid whose text is typed for an old Vietnamese font, in their order. A cell is one where its font says
 * so, or where its words are Vietnamese in that encoding alone; one that could be either goes with its column. Unicode,
 * other languages and plain letters are left alone.
 */
export function findLegacyCells(grid: Grid): LegacyCell[] {
	const encoding = encodingOf(textCounts(grid));
	if (!encoding && !grid.legacyFonts) return [];
	const cells = markedCells(grid);
	const testimony = cellTestimony();
	const isOfColumn = encoding && columnsIn(encoding, cells, testimony);
	return cells.flatMap((cell) => {
		const meant = cell.font?.encoding ?? encoding;
		if (!meant) return [];
		const says = testimony(cell.text, meant);
		const isLegacy =
			says === 'legacy' ||
			(says === 'either' && (cell.font !== undefined || isOfColumn?.(cell.column) === true));
		const after = isLegacy ? converted(cell, meant) : cell.text;
		if (after === cell.text) return [];
		return [{ row: cell.row, column: cell.column, encoding: meant, before: cell.text, after }];
	});
}

/** True where texts, each with how often it stands in a sheet, are for the greater part typed for an old font. */
export function isLegacyText(texts: ReadonlyMap<string, number>): boolean {
	return encodingOf(texts) !== undefined;
}

/** True for a text that holds more than the letters of English. */
export function isMarked(text: string): boolean {
	return MARKED.test(text);
}

/** How often each text stands in the grid that holds more than the letters of English. */
function textCounts({ rows }: Grid): Map<string, number> {
	const counts = new Map<string, number>();
	for (const cells of rows) {
		for (const cell of cells) {
			if (typeof cell === 'string' && MARKED.test(cell))
				counts.set(cell, (counts.get(cell) ?? 0) + 1);
		}
	}
	return counts;
}

function converted({ text, font }: MarkedCell, encoding: LegacyEncoding): string {
	const after = fromLegacy(text, encoding);
	return font?.capitals ? after.toUpperCase() : after;
}

function markedCells({ rows, legacyFonts = [] }: Grid): MarkedCell[] {
	const fonts = new Map(legacyFonts.map((font) => [`${font.row} ${font.column}`, font]));
	return rows.flatMap((cells, at) =>
		cells.flatMap((cell, place): MarkedCell[] => {
			if (typeof cell !== 'string' || !MARKED.test(cell)) return [];
			const [row, column] = [at + 1, place + 1];
			const font = fonts.get(`${row} ${column}`);
			return [{ row, column, text: cell, ...(font && { font }) }];
		})
	);
}

/** The encoding for which enough words speak that say nothing in Unicode, and more than are foreign. */
function encodingOf(texts: ReadonlyMap<string, number>): LegacyEncoding | undefined {
	const words = new Map<string, number>();
	for (const [text, times] of texts) {
		for (const word of markedWords(text)) words.set(word, (words.get(word) ?? 0) + times);
	}
	const scored = ENCODINGS.map((encoding) => ({ encoding, ...weigh(words, encoding) }));
	const [best] = scored.sort((a, b) => b.legacy - a.legacy);
	const isPlain = best && best.different >= LEAST_WORDS && best.legacy > best.foreign;
	return isPlain ? best.encoding : undefined;
}

function weigh(words: ReadonlyMap<string, number>, encoding: LegacyEncoding) {
	let [legacy, different, foreign] = [0, 0, 0];
	for (const [word, times] of words) {
		const says = testimonyOf(word, encoding);
		if (says === 'foreign') foreign += times;
		if (says !== 'legacy') continue;
		legacy += times;
		different += 1;
	}
	return { legacy, different, foreign };
}

/** What a whole cell speaks for; each text is weighed once. */
function cellTestimony(): (text: string, encoding: LegacyEncoding) => Testimony {
	const known = new Map<string, Testimony>();
	return (text, encoding) => {
		const key = `${encoding} ${text}`;
		const says = known.get(key) ?? weighCell(text, encoding);
		known.set(key, says);
		return says;
	};
}

function weighCell(text: string, encoding: LegacyEncoding): Testimony {
	const said = markedWords(text).map((word) => testimonyOf(word, encoding));
	const order: Testimony[] = ['unicode', 'legacy', 'foreign', 'either'];
	return order.find((each) => said.includes(each)) ?? 'plain';
}

/** Whether a column's cells, or where it has none that tell, the sheet's, are for the greater part in the encoding. */
function columnsIn(
	encoding: LegacyEncoding,
	cells: readonly MarkedCell[],
	testimony: (text: string, encoding: LegacyEncoding) => Testimony
): (column: number) => boolean {
	const SHEET = 0;
	const balance = new Map<number, number>();
	for (const { column, text } of cells) {
		const says = testimony(text, encoding);
		const weight = says === 'legacy' ? 1 : says === 'unicode' ? -1 : 0;
		for (const place of [column, SHEET]) balance.set(place, (balance.get(place) ?? 0) + weight);
	}
	return (column) => (balance.get(column) || (balance.get(SHEET) ?? 0)) > 0;
}
