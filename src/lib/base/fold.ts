const MARKS = /[\u0300-\u036f]/g;
/** Letters of no width and marks of direction. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Clean text: NFC, look-alikes of Đ mended, invisible characters gone, runs of blanks and line breaks one space. */
export function cleanText(text: string): string {
	return text
		.normalize('NFC')
		.replace(INVISIBLE, '')
		.replace(/[\u00d0\u0189]/g, 'Đ')
		.replace(/\u00f0/g, 'đ')
		.replace(/[\u2010\u2011]/g, '-')
		.replace(/\s+/gu, ' ')
		.trim();
}

/** The text without case, tone and letter marks, đ as d: what a search that ignores accents compares. */
export function foldMarks(text: string): string {
	return cleanText(text).toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(MARKS, '');
}

/** The key under which spellings of one name meet: marks folded, i and y one letter, punctuation a space (DOMAIN §9). */
export function foldKey(text: string): string {
	return foldMarks(text)
		.replaceAll('y', 'i')
		.replace(/[^\p{L}\p{N}<>≥≤%]+/gu, ' ')
		.trim();
}
