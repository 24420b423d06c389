/** Rows as CSV text, quotes only where needed; an absent cell is empty. */
export function formatList(rows: readonly (readonly (string | undefined)[])[]): string {
	return rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

function quoted(text = ''): string {
	return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
