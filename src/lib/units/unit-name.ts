import abbreviations from '#data/units/abbreviations.json' with { type: 'json' };
import { groupBy } from '#lib/base/group-by.ts';
import { foldWord, wordsOf } from './unit-words.ts';

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
	/** True where the rest is a number, of a settlement perhaps: "7", "khu pho 3". */
	isNumbered: boolean;
}

const WORDS = new Map(
	Object.entries(abbreviations.words).map(([short, full]) => [
		foldWord(wordsOf(short).join('')),
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
	let words = wordsOf(text, WORDS).filter((word) => !AND.includes(word));
	const body = startOf(words, BODIES);
	for (let start = body; start; start = startOf(words, BODIES)) words = words.slice(start.length);
	if (words.length > 1 && words[0] && foldWord(words[0]) === 'cac') words = words.slice(1);
	const kind = startOf(words, KINDS) ?? numberedKind(words);
	if (kind) words = words.slice(kind.length);
	else if (isSchool(words)) words = words.slice(1);
	const marked = plainNumber(words, { kind: kind?.name, body: body?.name });
	const isNumbered =
		/(?:^| )\d+$/.test(marked) &&
		(/^\d+$/.test(marked) || startOf(words, SETTLEMENTS)?.length === words.length - 1);
	return {
		body: body?.name,
		kind: kind?.name,
		marked,
		folded: marked.split(' ').map(foldWord).join(' '),
		isNumbered
	};
}

/** True where the first name may be the second with marks left out, but with none that the second has not. */
export function hasFewerMarks(marked: string, full: string): boolean {
	const words = full.split(' ');
	return marked.split(' ').every((word, at) => {
		const left = marksOf(words[at] ?? '');
		return marksOf(word).every((mark) => {
			const place = left.indexOf(mark);
			if (place >= 0) left.splice(place, 1);
			return place >= 0;
		});
	});
}

function marksOf(word: string): string[] {
	return word.match(/\p{M}|đ/gu) ?? [];
}

/** The kind of place that a unit list's `loai` names: `phuong` for "Phường"; `undefined` for any other word. */
export function placeKind(text: string): string | undefined {
	return nameOf(text, KINDS);
}

/** The Party body that a unit list's `loai` names: `chi bo` for "Chi bộ cơ sở"; `undefined` for any other word. */
export function partyBody(text: string): string | undefined {
	return nameOf(text, BODIES);
}

interface Spelling {
	name: string;
	words: string[];
	length: number;
}

/** The spellings by their first word. */
type Spellings = ReadonlyMap<string, Spelling[]>;

/** Every spelling of every name, the longest first, so that "Đảng bộ cơ sở" is not taken for "Đảng bộ". */
function spellings(names: Record<string, string[]>): Spellings {
	const all = Object.entries(names).flatMap(([full, others]) =>
		[full, ...others].map((spelling): Spelling => {
			const words = wordsOf(spelling).map(foldWord);
			return { name: wordsOf(full).map(foldWord).join(' '), words, length: words.length };
		})
	);
	return groupBy(
		all.toSorted((a, b) => b.length - a.length),
		({ words }) => words[0] ?? ''
	);
}

/** The spelling that the words start with, as long as at least one more word follows it. */
function startOf(words: string[], known: Spellings): Spelling | undefined {
	return known
		.get(foldWord(words[0] ?? ''))
		?.find(
			(spelling) =>
				spelling.length < words.length &&
				spelling.words.every((word, i) => word === foldWord(words[i] ?? ''))
		);
}

/** The name that the text is a spelling of. */
function nameOf(text: string, known: Spellings): string | undefined {
	const words = wordsOf(text).map(foldWord);
	return known.get(words[0] ?? '')?.find((each) => each.words.join(' ') === words.join(' '))?.name;
}

/** True for "Trường Mầm non …": a sheet may leave the first word out. */
function isSchool([first = '', second = '']: string[]): boolean {
	return foldWord(first) === 'truong' && SCHOOL.test(foldWord(second));
}

/** "F7" is "Phường 7", as the South writes it. */
function numberedKind(words: string[]): Spelling | undefined {
	const isWard = words.length === 2 && words[0] === 'f' && /^\d+$/.test(words[1] ?? '');
	return isWard ? KINDS.get('phuong')?.[0] : undefined;
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
