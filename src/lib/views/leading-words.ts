/** A text in two: as many whole words as fit into `most` characters, and the rest, empty where all of it fits. */
export function leadingWords(text: string, most: number): { start: string; rest: string } {
	if (text.length <= most) return { start: text, rest: '' };
	const space = text.lastIndexOf(' ', most);
	const end = space > 0 ? space : most;
	const start = text.slice(0, end).replace(/[\s,;:.–-]+$/, '');
	return { start, rest: text.slice(start.length) };
}
