import Papa from 'papaparse';
import { AppError } from '#lib/base/app-error.ts';
import { type Dialect, findDialect } from './find-dialect.ts';
import type { Cell, Grid } from './grid.ts';
import { type Newline, settleNewlines } from './settle-newlines.ts';

const MOST_KNOWN = 50_000;

/**
 * The records of a CSV text as a grid: every record is a row, blank ones too, so that row i is record i of the file (a
 * quoted cell may span several lines of it); rows stay as long as they are. Cells are the text as written, nothing
 * trimmed; an empty cell is `null`. Throws AppError `file.open-quote` (with the row) where a quote swallows what
 * follows.
 */
export function readCsv(text: string): Grid {
	const { text: settled, newline } = settleNewlines(text);
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
	const dialect = { delimiter, newline, quoteChar: quote, escapeChar: escape };
	const { data, errors } = Papa.parse<string[]>(text, dialect);
	for (const error of errors) refuseOpenQuote(error, data);
	const cellOf = cellReader();
	return data.map((record) => record.map(cellOf));
}

function plainRecords(
	text: string,
	{ delimiter, newline }: Pick<Dialect, 'delimiter'> & { newline: Newline }
): Cell[][] {
	const rows: Cell[][] = [];
	const cellOf = cellReader();
	for (let at = 0; at <= text.length;) {
		const found = text.indexOf(newline, at);
		const end = found < 0 ? text.length : found;
		rows.push(text.slice(at, end).split(delimiter).map(cellOf));
		at = end + newline.length;
	}
	return rows;
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
