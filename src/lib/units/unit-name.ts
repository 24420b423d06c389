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

const WORDS = new Map(
	Object.entries(abbreviations.words).map(([short, full]) => [
		fold(wordsOf(short).join('')),
		wordsOf(full)
	])
);
const BODIES = spellings(abbreviations.bodies);
const KINDS = spellings(abbreviations.kinds);
/** As `wordsOf` spells them. */
const AND = wordsOf('và va');
const NUMBER = wordsOf('số so');
const NUMBERS = new Map(
	Object.entries(abbreviations.numbers).map(([word, digits]) => [wordsOf(word).join(' '), digits])
);

const NUMBERED = new Set(['phuong', 'quan']);
const SETTLEMENTS = spellings(abbreviations.settlements);
const SCHOOL = /^(?:mam|mau|tieu|trung|pho|cao|dai)$/;
const ROMAN = /^[ivx]+$/;
const ROMAN_DIGITS = new Map([
	['i', 1],
	['v', 5],
	['x', 10]
]);

/** The name taken apart: body and kind set aside, abbreviations written out, numbers plain (DOMAIN §9 "Units"). */
export function readUnitName(text: string): UnitName {
	let words = wordsOf(text)
		.flatMap(writtenOut)
		.filter((word) => !AND.includes(word));
	const body = startOf(words, BODIES);
	for (let start = body; start; start = startOf(words, BODIES)) words = words.slice(start.length);
	if (words.length > 1 && words[0] && fold(words[0]) === 'cac') words = words.slice(1);
	const kind = startOf(words, KINDS) ?? numberedKind(words);
	if (kind) words = words.slice(kind.length);
	else if (isSchool(words)) words = words.slice(1);
	const marked = plainNumber(words, { kind: kind?.name, body: body?.name });
	return { body: body?.name, kind: kind?.name, marked, folded: fold(marked) };
}

/** The kind of place that a unit list's `loai` names: `phuong` for "Phường"; `undefined` for any other word. */
export function placeKind(text: string): string | undefined {
	const key = wordsOf(text).map(fold).join(' ');
	return KINDS.find(({ words }) => words.join(' ') === key)?.name;
}

/** The Party body that a unit list's `loai` names: `chi bo` for "Chi bộ cơ sở"; `undefined` for any other word. */
export function partyBody(text: string): string | undefined {
	const key = wordsOf(text).map(fold).join(' ');
	return BODIES.find(({ words }) => words.join(' ') === key)?.name;
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
	const folded = words.slice(0, 6).map(fold);
	return known.find(
		(spelling) =>
			spelling.length < words.length && spelling.words.every((word, i) => word === folded[i])
	);
}

/** The words that an abbreviation stands for; none stands for a word with marks, so that "Cà" is not "CA". */
function writtenOut(word: string): string[] {
	return (/\p{M}/u.test(word) ? undefined : WORDS.get(fold(word))) ?? [word];
}

/** True for "Trường Mầm non …": a sheet may leave the first word out. */
function isSchool([first = '', second = '']: string[]): boolean {
	return fold(first) === 'truong' && SCHOOL.test(fold(second));
}

/** "F7" is "Phường 7", as the South writes it. */
function numberedKind(words: string[]): Spelling | undefined {
	const isWard = words.length === 2 && words[0] === 'f' && /^\d+$/.test(words[1] ?? '');
	return isWard ? KINDS.find(({ name }) => name === 'phuong') : undefined;
}

/**
 * "Phường Bảy", "Phường số 7" and "Phường VII" are "Phường 7"; only where the number is the whole name of a ward, a
 * settlement ("Khu phố Ba") or a cell.
 */
function plainNumber(
	words: string[],
	{ kind, body }: { kind: string | undefined; body: string | undefined }
): string {
	const settlement = kind === undefined ? startOf(words, SETTLEMENTS) : undefined;
	const start = settlement ? words.slice(0, settlement.length) : [];
	const rest = words.slice(start.length);
	const isNumbered =
		settlement !== undefined || (kind === undefined ? body !== undefined : NUMBERED.has(kind));
	const number = isNumbered ? numberOf(rest) : undefined;
	return [...(settlement ? settlement.name.split(' ') : start), number ?? rest.join(' ')].join(' ');
}

function numberOf(words: string[]): string | undefined {
	const [first = '', ...others] = words;
	if (NUMBER.includes(first) && others.length > 0) return numberOf(others);
	const text = words.join(' ');
	if (/^\d+$/.test(text)) return text;
	return NUMBERS.get(text) ?? (ROMAN.test(text) ? romanNumber(text) : undefined);
}

/** "VII" as "7"; `undefined` for letters in another order than that of a number. */
function romanNumber(text: string): string | undefined {
	const digits = [...text].map((letter) => ROMAN_DIGITS.get(letter) ?? 0);
	const value = digits.reduce(
		(sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit),
		0
	);
	return /^x{0,3}(?:ix|iv|v?i{0,3})$/.test(text) ? String(value) : undefined;
}
