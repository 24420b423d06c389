import Papa from 'papaparse';
import { AppError } from '#lib/base/app-error.ts';
import { findDialect } from './find-dialect.ts';
import type { Cell, Grid } from './grid.ts';
import { settleNewlines } from './settle-newlines.ts';

/**
 * The records of a CSV text as a grid: every record is a row, blank ones too, so that row i is record i of the file (a
 * quoted cell may span several lines of it); rows stay as long as they are. Cells are the text as written, nothing
 * trimmed; an empty cell is `null`. Throws AppError `file.open-quote` (with the row) where a quote swallows what
 * follows.
 */
export function readCsv(text: string): Grid {
	const { text: settled, newline } = settleNewlines(text);
	const { delimiter, quote, escape } = findDialect(settled, newline);
	const dialect = { delimiter, newline, quoteChar: quote, escapeChar: escape };
	const { data, errors } = Papa.parse<string[]>(settled, dialect);
	for (const error of errors) refuseOpenQuote(error, data);

	const ended = settled.endsWith(newline) && isBlank(data.at(-1));
	const records = ended ? data.slice(0, -1) : data;
	return { rows: records.map((record) => record.map((text): Cell => (text === '' ? null : text))) };
}

/** A stray quote inside a cell is harmless; one that is never closed, or only some lines later, hides rows. */
function refuseOpenQuote(error: Papa.ParseError, data: string[][]): void {
	if (error.type !== 'Quotes') return;
	const row = error.row ?? data.length - 1;
	const hides = error.code === 'MissingQuotes' || data[row]?.some((cell) => /[\r\n]/.test(cell));
	if (hides) throw new AppError('file.open-quote', { row: row + 1 });
}

function isBlank(record: string[] | undefined): boolean {
	return record?.length === 1 && record[0] === '';
}
