import type { Cell } from './grid.ts';

/** The rows as CSV by RFC 4180: commas, CRLF after each record, quotes only where needed; `null` is an empty cell. */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
	return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(cell: Cell): string {
	const text = String(cell ?? '');
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
