import abbreviations from '#data/units/abbreviations.json' with { type: 'json' };
import { cleanText } from '#lib/base/fold.ts';

/** A unit's name taken apart, so that its spellings meet. */
export interface UnitName {
	/** `dang bo` or `chi bo`: the Party body that the name starts with, if any. */
	body?: string;
	/** `phuong`, `xa`, `quan` …: the kind of place that the name says, if any. */
	kind?: string;
	/** The rest, tone marks kept but wherever they are placed: Hòa and Hoà are one, Hòa and Hỏa are not. */
	marked: string;
	/** The rest without any marks. */
	folded: string;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const NUMBERED = new Set(['phuong', 'quan']);

const WORDS = new Map(
	Object.entries(abbreviations.words).map(([short, full]) => [
		fold(wordsOf(short).join('')),
		wordsOf(full)
	])
);
const BODIES = spellings(abbreviations.bodies);
const KINDS = spellings(abbreviations.kinds);
const NUMBERS = new Map(
	Object.entries(abbreviations.numbers).map(([word, digits]) => [wordsOf(word).join(' '), digits])
);

/** The name taken apart: body and kind set aside, abbreviations written out, numbers plain (DOMAIN §9 "Units"). */
export function readUnitName(text: string): UnitName {
	let words = wordsOf(text).flatMap((word) => WORDS.get(fold(word)) ?? [word]);
	const body = startOf(words, BODIES);
	for (let start = body; start; start = startOf(words, BODIES)) words = words.slice(start.length);
	if (words.length > 1 && words[0] && fold(words[0]) === 'cac') words = words.slice(1);
	const kind = startOf(words, KINDS);
	if (kind) words = words.slice(kind.length);
	const marked = plainNumber(words.join(' '), kind?.name);
	return { body: body?.name, kind: kind?.name, marked, folded: fold(marked) };
}

/** The kind of place that a unit list's `loai` names: `phuong` for "Phường"; `undefined` for any other word. */
export function placeKind(text: string): string | undefined {
	const key = wordsOf(text).map(fold).join(' ');
	return KINDS.find(({ words }) => words.join(' ') === key)?.name;
}

/** Lower-case words with the tone at each word's end, y as i, letters and digits apart, numbers without zeros in front. */
function wordsOf(text: string): string[] {
	return cleanText(text)
		.toLowerCase()
		.normalize('NFD')
		.replace(/(\p{L}\p{M}*)(?=\d)|(\d)(?=\p{L})/gu, '$1$2 ')
		.split(/[^\p{L}\p{M}\p{N}]+/u)
		.filter((word) => word !== '')
		.map((word) => word.replaceAll('y', 'i').replace(/^0+(?=\d)/, ''))
		.map((word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''));
}

/** The words of `wordsOf` without any marks. */
function fold(words: string): string {
	return words.replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}

interface Spelling {
	name: string;
	words: string[];
	length: number;
}

/** Every spelling of every name, the longest first, so that "Đảng bộ cơ sở" is not taken for "Đảng bộ". */
function spellings(names: Record<string, string[]>): Spelling[] {
	return Object.entries(names)
		.flatMap(([full, others]) =>
			[full, ...others].map((spelling) => {
				const words = wordsOf(spelling).map(fold);
				return { name: wordsOf(full).map(fold).join(' '), words, length: words.length };
			})
		)
		.sort((a, b) => b.length - a.length);
}

/** The spelling that the words start with, as long as at least one more word follows it. */
function startOf(words: string[], known: Spelling[]): Spelling | undefined {
	const folded = words.slice(0, 4).map(fold);
	return known.find(
		(spelling) =>
			spelling.length < words.length && spelling.words.every((word, i) => word === folded[i])
	);
}

/** "Phường Bảy" is "Phường 7"; only where the whole name is a number and the kind is one that is numbered. */
function plainNumber(marked: string, kind: string | undefined): string {
	if (kind === undefined || !NUMBERED.has(kind)) return marked;
	return NUMBERS.get(marked) ?? marked;
}
