import type { Report, ReportTable, ShorthandLetter, ShorthandLine } from '#lib/views/report.ts';
import { element, escapeMarkup } from './markup.ts';

const LETTER = /\[([prbxc])\]/g;

/** The text made safe, each of its letters in brackets with its meaning at hand. */
export function withLetters(text: string, { letters }: Pick<Report, 'letters'>): string {
	return escapeMarkup(text).replace(LETTER, (written, letter: string) => {
		const meaning = letters.find((line) => line.letter === letter)?.meaning;
		return meaning === undefined ? written : element('abbr', { title: meaning }, written);
	});
}

/** What the letters in those texts mean, in the order of the report's list; empty where they hold none. */
export function lettersIn(
	texts: readonly string[],
	{ letters }: Pick<Report, 'letters'>
): ShorthandLine[] {
	const found = new Set(texts.flatMap((text) => [...text.matchAll(LETTER)].map(([, one]) => one)));
	return letters.filter(({ letter }) => found.has(letter satisfies ShorthandLetter));
}

/** The texts of a table in which letters may stand. */
export function tableTexts({ columns, rows }: ReportTable): string[] {
	return [
		...columns.map(({ title }) => title),
		...rows.flatMap(({ cells }) => cells.map(({ text }) => text))
	];
}

/** `[p] số tạm tính; [c] che để bảo vệ cá nhân.`; empty where there is nothing to explain. */
export function lettersLine(lines: readonly ShorthandLine[]): string {
	if (lines.length === 0) return '';
	return `${lines.map(({ letter, meaning }) => `[${letter}] ${escapeMarkup(meaning)}`).join('; ')}.`;
}
