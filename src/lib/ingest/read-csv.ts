import Papa from 'papaparse';
import { AppError } from '#lib/base/app-error.ts';
import { MOST } from './bounds.ts';
import { type Dialect, findDialect } from './find-dialect.ts';
import type { Cell, Grid } from './grid.ts';
import { refuseLong } from './refuse-long.ts';
import { type Newline, settleNewlines } from './settle-newlines.ts';

const MOST_KNOWN = 50_000;
const QUOTES = ['"', "'"];

/**
 * The records of a CSV text as a grid: every record is a row, blank ones too, so that row i is record i of the file (a
 * quoted cell may span several lines of it); rows stay as long as they are. Cells are the text as written, nothing
 * trimmed; an empty cell is `null`. Throws AppError `file.open-quote` (with the row) where a quote swallows what
 * follows, and `file.too-many-rows`, `file.too-many-columns`, `file.too-many-cells` or `file.long-cell`.
 */
export function readCsv(text: string): Grid {
	for (const quote of QUOTES)
		refuseMany('file.too-many-cells', countOf(quote, text) / 2, MOST.cells);
	const { text: settled, newline } = settleNewlines(text);
	refuseMany('file.too-many-rows', countOf(newline, settled), MOST.rows);
	const dialect = findDialect(settled, newline);
	const rows = settled.includes(dialect.quote)
		? quotedRecords(settled, { ...dialect, newline })
		: plainRecords(settled, { ...dialect, newline });
	const last = rows.at(-1);
	if (settled.endsWith(newline) && last?.length === 1 && last[0] === null) rows.pop();
	return { rows };
}

function quotedRecords(
	text: string,
	{ delimiter, newline, quote, escape }: Dialect & { newline: Newline }
): Cell[][] {
	// Those within quotes count too: the reader takes in the whole text at one go.
	refuseMany('file.too-many-cells', countOf(delimiter, text), MOST.cells);
	const dialect = { delimiter, newline, quoteChar: quote, escapeChar: escape };
	const { data, errors } = Papa.parse<string[]>(text, dialect);
	for (const error of errors) refuseOpenQuote(error, data);
	const cellOf = cellReader();
	return data.map((record, at) => cellsOf(record, { cellOf, row: at + 1 }));
}

function plainRecords(
	text: string,
	{ delimiter, newline }: Pick<Dialect, 'delimiter'> & { newline: Newline }
): Cell[][] {
	const rows: Cell[][] = [];
	const cellOf = cellReader();
	let cells = 0;
	for (let at = 0; at <= text.length;) {
		const found = text.indexOf(newline, at);
		const end = found < 0 ? text.length : found;
		const record = text.slice(at, end).split(delimiter, MOST.columns + 1);
		rows.push(cellsOf(record, { cellOf, row: rows.length + 1 }));
		refuseMany('file.too-many-cells', (cells += record.length), MOST.cells);
		at = end + newline.length;
	}
	return rows;
}

function cellsOf(
	record: string[],
	{ cellOf, row }: { cellOf: (text: string) => Cell; row: number }
): Cell[] {
	refuseMany('file.too-many-columns', record.length, MOST.columns);
	return record.map((text, at) => {
		if (text.length > MOST.letters) refuseLong(text, { row, column: at + 1 });
		return cellOf(text);
	});
}

function refuseMany(code: string, count: number, most: number): void {
	if (count > most) throw new AppError(code, { most });
}

function countOf(part: string, text: string): number {
	let count = 0;
	for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count += 1;
	return count;
}

/** Gives the cell of a text; the same text again is the same cell, so that names said over and over take no room. */
function cellReader(): (text: string) => Cell {
	const known = new Map<string, string>();
	return (text) => {
		if (text === '') return null;
		const before = known.get(text);
		if (before !== undefined) return before;
		if (known.size < MOST_KNOWN) known.set(text, text);
		return text;
	};
}

/** A stray quote inside a cell is harmless; one that is never closed, or only some lines later, hides rows. */
function refuseOpenQuote(error: Papa.ParseError, data: string[][]): void {
	if (error.type !== 'Quotes') return;
	const row = error.row ?? data.length - 1;
	const hides = error.code === 'MissingQuotes' || data[row]?.some((cell) => /[\r\n]/.test(cell));
	if (hides) throw new AppError('file.open-quote', { row: row + 1 });
}
