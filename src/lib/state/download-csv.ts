import { writeCsv } from '#lib/ingest/write-csv.ts';
import { handOver } from './hand-over.ts';

const BYTE_ORDER_MARK = '\ufeff';
/** What a spreadsheet may take for a formula; a number is none, whatever its sign. */
const FORMULA = /^(?![+-]?\d+(?:[.,]\d+)*$)[=+\-@\t\r]/;

/** Hands the rows to the reader as a CSV file that spreadsheets open in UTF-8 and never take for formulas. */
export function downloadCsv(name: string, rows: readonly (readonly string[])[]): void {
	const safe = rows.map((row) => row.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell)));
	handOver(name, new Blob([BYTE_ORDER_MARK, writeCsv(safe)], { type: 'text/csv;charset=utf-8' }));
}
