import type { LegacyEncoding } from './grid.ts';

/** The letters of TCVN3 (ABC), each before its Unicode letter; its capitals have no tones. */
const TCVN3 = letterPairs(
	'¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \u00adư ®đ',
	'µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ Ìè Îẻ Ïẽ Ðé Ñẹ Òề Óể Ôễ Õế Öệ',
	'×ì Øỉ Üĩ Ýí Þị ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ',
	'ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ',
	// The micro sign, where a program has made the Greek letter of it.
	'μà'
);

const CAPITAL_AND_TONE = /([AEIOUYĂÂÊÔƠƯ])(\p{Ll})/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** The letters of VNI that stand for themselves alone. */
const VNI_ALONE = letterPairs('ñđ óĩ íí ìì æỉ òị ôơ öư îỵ', 'ÑĐ ÓĨ ÍÍ ÌÌ ÆỈ ÒỊ ÔƠ ÖƯ ÎỴ');

/** What a mark of VNI adds to the letter before it, as combining marks. */
const VNI_MARKS = new Map([
	...marks('aeouyôö', { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' }),
	...marks('aeo', {
		...{ â: '\u0302', á: '\u0302\u0301', à: '\u0302\u0300' },
		...{ å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323' }
	}),
	...marks('a', {
		...{ ê: '\u0306', é: '\u0306\u0301', è: '\u0306\u0300' },
		...{ ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323' }
	})
]);

/** The text as it is meant where it was typed for an old Vietnamese font, in Unicode NFC. */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
	const letters = lettersOf(text, encoding).map(({ letter, meant }) => meant ?? letter);
	const converted = letters.join('').normalize('NFC');
	if (encoding === 'vni') return converted;
	return converted.replace(CAPITAL_AND_TONE, asCapital).replace(/\p{L}+/gu, inOneCase);
}

/** True where every letter of the text is one that the encoding has. */
export function isWritableIn(text: string, encoding: LegacyEncoding): boolean {
	return lettersOf(text, encoding).every(
		({ letter, meant }) => meant !== undefined || letter.charCodeAt(0) < 128
	);
}

/** A letter as typed, with the mark after it, and what is meant by it where the encoding has it. */
interface TypedLetter {
	letter: string;
	meant?: string | undefined;
}

function lettersOf(text: string, encoding: LegacyEncoding): TypedLetter[] {
	if (encoding === 'tcvn3')
		return Array.from(text, (letter) => ({ letter, meant: TCVN3.get(letter) }));
	const letters: TypedLetter[] = [];
	for (let at = 0; at < text.length; at++) {
		const letter = text.charAt(at);
		const added = VNI_MARKS.get((letter + text.charAt(at + 1)).toLowerCase());
		const alone = VNI_ALONE.get(letter);
		if (added === undefined) letters.push({ letter, meant: alone });
		else letters.push({ letter: letter + text.charAt(++at), meant: (alone ?? letter) + added });
	}
	return letters;
}

/** Since capitals have no tones there, some type "Ái" as a capital and a toned small letter after it. */
function asCapital(both: string, capital: string, toned: string): string {
	const base = toned.normalize('NFD').replace(TONES, '').normalize('NFC');
	return base === capital.toLowerCase() && base !== toned ? toned.toUpperCase() : both;
}

/** Capitals with tones are typed as small letters: "§¶NG" is "ĐẢNG". */
function inOneCase(word: string): string {
	const isShouted = /\p{Lu}.*\p{Lu}/u.test(word) && !/[a-zđ]/.test(word);
	return isShouted ? word.toUpperCase() : word;
}

function letterPairs(...lists: string[]): Map<string, string> {
	const pairs = lists.flatMap((list) => list.split(' '));
	return new Map(pairs.map((pair) => [pair.charAt(0), pair.charAt(1)]));
}

function marks(letters: string, added: Record<string, string>): [string, string][] {
	return [...letters].flatMap((letter) =>
		Object.entries(added).map(([mark, accents]): [string, string] => [letter + mark, accents])
	);
}
