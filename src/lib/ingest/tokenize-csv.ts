import { MOST } from './bounds.ts';
import {
	type CellColumn,
	type CellColumns,
	entryCode,
	MOST_DIGITS,
	NOTHING
} from './cell-columns.ts';
import { TextDictionary } from './text-dictionary.ts';

/** A few columns wide at most, and cells of a name's length: anything else is read with more care. */
const MOST_COLUMNS = 12;
const LONGEST_CELL = 1_000;

const [TAB, LINE_FEED, CARRIAGE_RETURN, QUOTE, ZERO, NINE, DELETE] = [9, 10, 13, 34, 48, 57, 127];

/** How the lines and cells of a plain CSV text end, as bytes. */
export interface PlainDialect {
	delimiter: number;
	/** Where lines end with a carriage return and a line feed. */
	hasReturns: boolean;
}

/**
 * The cells of a CSV text column by column, straight from its bytes in UTF-8: the very cells that `readCsv` gives.
 * `undefined` where anything in it is not plain: a quote, a control character, rows of different length, a long cell.
 */
export function tokenizeCsv(
	bytes: Uint8Array,
	{ delimiter, hasReturns }: PlainDialect
): CellColumns | undefined {
	const shape = shapeOf(bytes, delimiter);
	if (!shape || shape.rows > MOST.rows || shape.rows * shape.width > MOST.cells) return undefined;
	const { rows, width } = shape;
	const codes = Array.from({ length: width }, () => new Int32Array(rows));
	const dictionaries = codes.map(() => new TextDictionary(bytes));
	let [at, row, place] = [0, 0, 0];
	let own = codes[0];
	while (at < bytes.length || place > 0) {
		const begin = at;
		let number = 0;
		let isNumber = true;
		let byte = bytes[at] ?? LINE_FEED;
		while (byte !== delimiter && byte !== LINE_FEED) {
			if (byte >= ZERO && byte <= NINE) number = number * 10 + byte - ZERO;
			else if (!isText(byte, at, { bytes, hasReturns })) return undefined;
			else isNumber = false;
			at += 1;
			byte = bytes[at] ?? LINE_FEED;
		}
		const isLast = byte === LINE_FEED;
		const hasReturn = isLast && hasReturns && at > begin && bytes[at - 1] === CARRIAGE_RETURN;
		if (isLast && hasReturns && !hasReturn && at < bytes.length) return undefined;
		const end = hasReturn ? at - 1 : at;
		if (own && end > begin) {
			const length = end - begin;
			if (length > LONGEST_CELL) return undefined;
			const isPlain =
				(isNumber || (hasReturn && isDigits(bytes, begin, end))) &&
				length <= MOST_DIGITS &&
				(length === 1 || bytes[begin] !== ZERO);
			own[row] = isPlain ? number : entryCode(dictionaries[place]?.placeOf(begin, end) ?? 0);
		} else if (own) {
			own[row] = NOTHING;
		}
		at += 1;
		place += 1;
		if (isLast) {
			if (place !== width) return undefined;
			[row, place] = [row + 1, 0];
		} else if (place >= width) {
			return undefined;
		}
		own = codes[place];
	}
	return row === rows ? columnsOf(codes, dictionaries) : undefined;
}

/** Carriage returns stand before line feeds alone; quotes and control characters nowhere. */
function isText(
	byte: number,
	at: number,
	{ bytes, hasReturns }: { bytes: Uint8Array; hasReturns: boolean }
): boolean {
	if (byte === CARRIAGE_RETURN) return hasReturns && bytes[at + 1] === LINE_FEED;
	return byte > 31 ? byte !== QUOTE && byte !== DELETE : byte === TAB;
}

function isDigits(bytes: Uint8Array, begin: number, end: number): boolean {
	for (let at = begin; at < end; at += 1) {
		const byte = bytes[at] ?? 0;
		if (byte < ZERO || byte > NINE) return false;
	}
	return true;
}

/** How many lines there are, and how many cells the first has. */
function shapeOf(
	bytes: Uint8Array,
	delimiter: number
): { rows: number; width: number } | undefined {
	const first = bytes.indexOf(LINE_FEED);
	if (first < 0) return undefined;
	let [rows, width] = [0, 1];
	for (let at = 0; at < first; at += 1) if (bytes[at] === delimiter) width += 1;
	for (let at = first; at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) rows += 1;
	if (bytes.at(-1) !== LINE_FEED) rows += 1;
	return width > MOST_COLUMNS || width < 2 ? undefined : { rows, width };
}

function columnsOf(
	codes: readonly Int32Array[],
	dictionaries: readonly TextDictionary[]
): CellColumns | undefined {
	const columns: CellColumn[] = [];
	for (const [place, own] of codes.entries()) {
		const dictionary = dictionaries[place]?.texts();
		if (!dictionary) return undefined;
		columns.push({ codes: own, dictionary, numbers: 'text' });
	}
	return { length: codes[0]?.length ?? 0, columns };
}
