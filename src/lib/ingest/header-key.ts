import { foldKey } from '#lib/base/fold.ts';

/** The key under which spellings of one header meet: folded, ">=" and "≥ " as "≥". */
export function headerKey(text: string): string {
	return foldKey(text.replaceAll('>=', '≥').replaceAll('<=', '≤')).replace(/([<>≥≤]) /g, '$1');
}

/** The text of a header, with its key. */
export interface HeaderText {
	text: string;
	key: string;
}

/** The texts of a row with their keys. */
export function headerTexts(texts: readonly string[]): HeaderText[] {
	return texts.map((text) => ({ text, key: text === '' ? '' : headerKey(text) }));
}

/** The key without the words that tell nothing: "Trong đó: nữ", "Nữ"; "Tổng số thôn", "Số thôn". */
export function looseKey(key: string): string {
	return key
		.replace(/^trong do (?:la )?/, '')
		.replace(/^(?:tong so|tong|so luong|so|ts) (?=.)/, '');
}

/** The header without the mark that a tool adds to a repeated name (`_1`, `.1`, ` (2)`, `:1`), if it has one. */
export function withoutRepeatMark(text: string): string | undefined {
	const bare = text.replace(/(?:_\d+|\.\d+|:\d+|\s*\(\d+\))$/, '');
	return bare === text || bare === '' ? undefined : bare;
}

/** True for the header of a percentage: "Tỷ lệ …", "TL", "… (%)". */
export function isPercentKey(key: string): boolean {
	return key.includes('%') || /^(?:ti le|tl|phan tram)\b/.test(key);
}

/** The letter of a column, from 1: A, B … Z, AA. */
export function columnLetter(column: number): string {
	const last = String.fromCharCode(65 + ((column - 1) % 26));
	return column > 26 ? columnLetter(Math.floor((column - 1) / 26)) + last : last;
}
