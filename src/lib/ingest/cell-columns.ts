import type { Correction } from './correct-grid.ts';
import type { Cell, Grid } from './grid.ts';

/** The code of a cell that holds nothing; lower ones stand for an entry of the dictionary. */
export const NOTHING = -1;
const FIRST_ENTRY = -2;
/** As many digits as a text may have to be kept as a number: one of nine digits may be a person's. */
export const MOST_DIGITS = 8;

/** How the numbers among the codes stood in the file: as text, or as native numbers of either kind. */
export type NumberKind = 'text' | 'number' | 'bigint';

/** One column of cells in a few bytes a cell. */
export interface CellColumn {
	/** For each row a plain whole number as it is, `NOTHING`, or −2 − the place in the dictionary. */
	codes: Int32Array;
	/** What is no plain number, each once. */
	dictionary: readonly NonNullable<Cell>[];
	numbers: NumberKind;
}

/** A table of cells column by column; every row is as long as the table is wide. */
export interface CellColumns {
	/** How many rows, the header among them. */
	length: number;
	columns: readonly CellColumn[];
}

/** The code of a place in the dictionary, and the place of a code. */
export function entryCode(place: number): number {
	return FIRST_ENTRY - place;
}

/** The place in the dictionary that a code stands for. */
export function entryPlace(code: number): number {
	return FIRST_ENTRY - code;
}

/** The cell that a code stands for, just as a grid has it. */
export function cellOf({ dictionary, numbers }: Omit<CellColumn, 'codes'>, code: number): Cell {
	if (code === NOTHING) return null;
	if (code < NOTHING) return dictionary[entryPlace(code)] ?? null;
	if (numbers === 'text') return String(code);
	return numbers === 'bigint' ? BigInt(code) : code;
}

/** The cells of a row, from 1; none where there is no such row. */
export function cellsAt({ length, columns }: CellColumns, row: number): Cell[] {
	if (row < 1 || row > length) return [];
	return columns.map((column) => cellOf(column, column.codes[row - 1] ?? NOTHING));
}

/** The first rows as a grid; all of them where no number is given. */
export function gridOf(cells: CellColumns, most = cells.length): Grid {
	const length = Math.min(most, cells.length);
	return { rows: Array.from({ length }, (_, at) => cellsAt(cells, at + 1)) };
}

/** The code of a text that is a whole number of few digits, written as numbers are; `undefined` for any other. */
export function numberCode(text: string): number | undefined {
	return text.length <= MOST_DIGITS && /^(?:0|[1-9]\d*)$/.test(text) ? Number(text) : undefined;
}

/** The table with the corrections in place, as `correctGrid` puts them; `undefined` where one lies beside it. */
export function correctColumns(
	cells: CellColumns,
	corrections: readonly Correction[]
): CellColumns | undefined {
	if (corrections.length === 0) return cells;
	const { length, columns } = cells;
	if (corrections.some(({ row, column }) => row > length || column > columns.length))
		return undefined;
	return {
		length,
		columns: columns.map((column, at) => {
			const own = corrections.filter((each) => each.column === at + 1);
			return own.length === 0 ? column : corrected(column, own);
		})
	};
}

function corrected(column: CellColumn, corrections: readonly Correction[]): CellColumn {
	const codes = column.codes.slice();
	const dictionary = [...column.dictionary];
	for (const { row, text } of corrections) {
		const number = column.numbers === 'text' ? numberCode(text) : undefined;
		codes[row - 1] = text === '' ? NOTHING : (number ?? entryCode(dictionary.push(text) - 1));
	}
	return { ...column, codes, dictionary };
}
