import { textsOf } from './find-table.ts';
import type { Cell } from './grid.ts';
import { frameColumn, type TemplateHeaders } from './header-dictionary.ts';
import { headerTexts, type HeaderText } from './header-key.ts';

/** So many header words make a row worth a closer look. */
export const FEWEST_WORDS = 3;
const WORDS_KEPT = 20_000;
/** Rows from the top in which one word makes a row worth a look. */
export const ROWS_NEAR_THE_TOP = 200;
const LONGEST_HEADER = 200;
const DIGIT_ZERO = 48;
const DIGIT_NINE = 57;

/** The rows, from 0, that hold enough known header words, one after the other, and how many: near the top one is enough. */
export function* headerLike(
	rows: readonly Cell[][],
	dictionary: readonly TemplateHeaders[]
): Generator<{ index: number; words: number }> {
	const isKnown = headerWords(dictionary);
	for (const [index, cells] of rows.entries()) {
		const isNear = index < ROWS_NEAR_THE_TOP;
		if (!isNear && cells.filter(mayBeWord).length < FEWEST_WORDS) continue;
		const words = cells.filter((cell) => mayBeWord(cell) && isKnown(cell)).length;
		if (words >= FEWEST_WORDS || (words > 0 && isNear)) yield { index, words };
	}
}

/** Tells known header words from all other cells, each looked up once. */
function headerWords(dictionary: readonly TemplateHeaders[]): (cell: Cell) => boolean {
	const known = new Map<Cell, boolean>();
	return (cell) => {
		if (typeof cell !== 'string' || cell === '') return false;
		const before = known.get(cell);
		if (before !== undefined) return before;
		const [header] = headerTexts(textsOf([cell]));
		const is = header !== undefined && dictionary.some((headers) => namesColumn(header, headers));
		if (known.size < WORDS_KEPT) known.set(cell, is);
		return is;
	};
}

/** Tells the cells that count as header words far from the top. */
export function headerWordFinder(dictionary: readonly TemplateHeaders[]): (cell: Cell) => boolean {
	const isKnown = headerWords(dictionary);
	return (cell) => mayBeWord(cell) && isKnown(cell);
}

/** True for a cell that is no figure and no mark: what may be a header, told without looking it up. */
function mayBeWord(cell: Cell): boolean {
	if (typeof cell !== 'string' || cell.length < 2 || cell.length > LONGEST_HEADER) return false;
	const first = cell.charCodeAt(0);
	return first < DIGIT_ZERO || first > DIGIT_NINE;
}

/** True for a cell that names a column of the template or of every table. */
export function namesColumn({ text, key }: HeaderText, headers: TemplateHeaders): boolean {
	if (key === '') return false;
	return (
		headers.byName(key).length > 0 ||
		headers.byCode(text) !== undefined ||
		frameColumn(key) !== undefined
	);
}
