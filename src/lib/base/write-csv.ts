/** The rows as CSV by RFC 4180: commas, CRLF after each record, quotes only where needed; `null` is an empty cell. */
export function writeCsv(rows: readonly (readonly (string | number | bigint | null)[])[]): string {
	return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(cell: string | number | bigint | null): string {
	const text = String(cell ?? '');
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
