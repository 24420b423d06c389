/** How the lines of a text end. */
export type Newline = '\n' | '\r' | '\r\n';

/** The text with one kind of line end between its records, and which; line breaks inside quotes stay as they are. */
export function settleNewlines(text: string): { text: string; newline: Newline } {
	if (!text.includes('\r')) return { text, newline: '\n' };
	const parts = cutAtQuotes(text);
	const ends = new Set(parts.flatMap((part, i) => (i % 2 === 0 ? lineEnds(part) : [])));
	const [only = '\n'] = ends;
	if (ends.size <= 1) return { text, newline: only };
	const settled = parts.map((part, i) => (i % 2 === 0 ? part.replace(/\r\n?/g, '\n') : part));
	return { text: settled.join('"'), newline: '\n' };
}

/** Even parts stand outside quotes, odd ones inside; the whole text is one part where the quotes do not pair. */
function cutAtQuotes(text: string): string[] {
	const parts = text.split('"');
	return parts.length % 2 === 1 ? parts : [text];
}

function lineEnds(text: string): Newline[] {
	return [
		...(/\r\n/.test(text) ? (['\r\n'] as const) : []),
		...(/\r(?!\n)/.test(text) ? (['\r'] as const) : []),
		...(/(?<!\r)\n/.test(text) ? (['\n'] as const) : [])
	];
}
