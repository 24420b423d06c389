/** A quoted cell (tabs and line breaks inside), or a plain one, with what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*))(\t|\r?\n|$)/gy;

/** The cells of a block as a spreadsheet puts it on the clipboard: rows of texts, the last line break left out. */
export function clipboardBlock(text: string): string[][] {
	const rows: string[][] = [[]];
	const body = text.replace(/\r?\n$/, '');
	for (const [, quoted, plain = '', end] of body.matchAll(CELL)) {
		rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
		if (end === '') break;
		if (end !== '\t') rows.push([]);
	}
	return rows;
}

/** True for a text that is more than one cell. */
export function isBlock(text: string): boolean {
	return /[\t\n]/.test(text.replace(/\r?\n$/, ''));
}
