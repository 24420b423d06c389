const NARROW = /[ijl.,:;'|!()[\]·]/;
const SLIM = /[frt\- /"]/;
const WIDE = /[mwMW%@—]/;
const CAPITAL = /[A-Z&]/;

/** Of size 1, the letters that were met. */
const KNOWN = new Map<string, number>();

/** How wide a text is in a sans-serif of that size, by a table of letters: the same on every machine, a little generous. */
export function textWidth(text: string, size: number): number {
	let width = 0;
	for (const letter of text) width += KNOWN.get(letter) ?? meet(letter);
	return width * size;
}

/** The text in at most so many lines that fit the width, broken between words; what does not fit ends in `…`. */
export function wrapText(
	text: string,
	{ width, size, lines }: { width: number; size: number; lines: number }
): string[] {
	const wrapped: string[] = [];
	for (const word of text.split(' ')) {
		const last = wrapped.at(-1);
		const longer = last === undefined ? word : `${last} ${word}`;
		if (last !== undefined && textWidth(longer, size) <= width) wrapped.splice(-1, 1, longer);
		else wrapped.push(word);
	}
	const kept = wrapped.slice(0, lines);
	const rest = wrapped.slice(lines - 1).join(' ');
	if (textWidth(rest, size) > width || wrapped.length > lines)
		kept.splice(lines - 1, 1, shortened(rest, width, size));
	return kept.map((line) => shortened(line, width, size));
}

function shortened(text: string, width: number, size: number): string {
	if (textWidth(text, size) <= width) return text;
	let kept = [...text];
	while (kept.length > 1 && textWidth(`${kept.join('')}…`, size) > width) kept = kept.slice(0, -1);
	return `${kept.join('').trimEnd()}…`;
}

/** A mark takes no room, whether it is written over its letter or behind it. */
function meet(letter: string): number {
	const bare = [...letter.normalize('NFD').replace(/\p{M}/gu, '')];
	const width = bare.reduce((sum, each) => sum + letterWidth(each), 0);
	KNOWN.set(letter, width);
	return width;
}

function letterWidth(letter: string): number {
	if (NARROW.test(letter)) return 0.28;
	if (SLIM.test(letter)) return 0.36;
	if (WIDE.test(letter)) return 0.92;
	if (CAPITAL.test(letter)) return 0.7;
	return 0.58;
}
