import { textWidth } from './text-width.ts';

/** A text that is to be set: its letters' size in points, and whether they are bold. */
export interface SetText {
	text: string;
	size: number;
	isBold?: boolean;
}

/** The table of widths is generous to plain letters, less so to bold ones. */
const PLAIN = 0.94;
const LINE = 1.2;

/** How many lines the text takes in a width of so many points, broken between words, a long word within; at least 1. */
export function linesIn({ text, size, isBold = false }: SetText, width: number): number {
	const measured = (part: string): number => textWidth(part, size) * (isBold ? 1 : PLAIN);
	const space = measured(' ');
	let lines = 1;
	let used = 0;
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const needed = measured(word);
		if (used > 0 && used + space + needed > width) {
			lines += 1;
			used = 0;
		}
		used += (used > 0 ? space : 0) + needed;
		if (used > width) {
			lines += Math.ceil(used / width) - 1;
			used %= width;
		}
	}
	return lines;
}

/** The height of so many lines of a size, in points. */
export function linesHeight(lines: number, size: number): number {
	return lines * size * LINE;
}
