import { writeCsv } from '#lib/ingest/write-csv.ts';

const BYTE_ORDER_MARK = '\ufeff';
const FORMULA = /^[=+\-@\t\r]/;

/** Hands the rows to the reader as a CSV file that spreadsheets open in UTF-8 and never take for formulas. */
export function downloadCsv(name: string, rows: readonly (readonly string[])[]): void {
	const safe = rows.map((row) => row.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell)));
	const blob = new Blob([BYTE_ORDER_MARK, writeCsv(safe)], { type: 'text/csv;charset=utf-8' });
	const address = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	URL.revokeObjectURL(address);
}
