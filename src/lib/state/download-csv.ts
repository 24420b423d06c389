import { neutralText } from '#lib/base/neutral-text.ts';
import { writeCsv } from '#lib/base/write-csv.ts';
import { handOver } from './hand-over.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** Hands the rows to the reader as a CSV file that spreadsheets open in UTF-8 and never take for formulas. */
export function downloadCsv(name: string, rows: readonly (readonly string[])[]): void {
	const safe = rows.map((row) => row.map(neutralText));
	handOver(name, new Blob([BYTE_ORDER_MARK, writeCsv(safe)], { type: 'text/csv;charset=utf-8' }));
}
