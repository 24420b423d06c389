import type { LegacyEncoding } from './grid.ts';
import { fromLegacy } from './legacy-letters.ts';
import { markedWords } from './legacy-word.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

/** The encodings of one byte a letter; text for old Vietnamese fonts (TCVN3, VNI) is windows-1252 to its program. */
export type SingleByteEncoding = 'windows-1258' | 'windows-1252' | 'viscii';

const PIECE = 65_536;
const VISCII =
	'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ';
const VISCII_CONTROLS = new Map([
	[0x02, 'Ẳ'],
	[0x05, 'Ẵ'],
	[0x06, 'Ẫ'],
	[0x14, 'Ỷ'],
	[0x19, 'Ỹ'],
	[0x1e, 'Ỵ']
]);
/** What windows-1252 has between the letters of Latin; written out since not every program's own decoder knows it. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Below this share of Vietnamese words, or with fewer of them in a rare encoding, the text is in another language. */
const LEAST_SHARE = 0.3;
const LEAST_WORDS_OF_VISCII = 5;

/** The text that the bytes are in the encoding, composed. */
export function decodeSingleByte(bytes: Uint8Array, encoding: SingleByteEncoding): string {
	if (encoding === 'windows-1258') return new TextDecoder(encoding).decode(bytes).normalize('NFC');
	const letterOf = encoding === 'viscii' ? letterOfViscii : letterOf1252;
	const letters = Array.from({ length: 256 }, (_, byte) => letterOf(byte));
	const pieces: string[] = [];
	for (let at = 0; at < bytes.length; at += PIECE) {
		pieces.push(Array.from(bytes.subarray(at, at + PIECE), (byte) => letters[byte]).join(''));
	}
	return pieces.join('');
}

function letterOfViscii(byte: number): string {
	if (byte >= 128) return VISCII.charAt(byte - 128);
	return VISCII_CONTROLS.get(byte) ?? String.fromCharCode(byte);
}

function letterOf1252(byte: number): string {
	return byte >= 128 && byte < 160 ? WINDOWS_1252.charAt(byte - 128) : String.fromCharCode(byte);
}

/** The encoding in which the most words of the bytes are Vietnamese; windows-1252 where next to none are in any. */
export function findSingleByte(bytes: Uint8Array): SingleByteEncoding {
	const latin = decodeSingleByte(bytes, 'windows-1252');
	const inViscii = vietnameseWords(decodeSingleByte(bytes, 'viscii'));
	const readings: [SingleByteEncoding, WordCount][] = [
		['windows-1258', vietnameseWords(decodeSingleByte(bytes, 'windows-1258'))],
		['windows-1252', vietnameseWords(latin, 'tcvn3')],
		['windows-1252', vietnameseWords(latin, 'vni')]
	];
	if (inViscii.known >= LEAST_WORDS_OF_VISCII) readings.push(['viscii', inViscii]);
	const shares = readings.map(([encoding, { known, all }]) => ({ encoding, share: known / all }));
	const best = shares.reduce((a, b) => (b.share > a.share ? b : a));
	return best.share >= LEAST_SHARE ? best.encoding : 'windows-1252';
}

/** Of how many words with more than the letters of English how many are Vietnamese. */
interface WordCount {
	known: number;
	all: number;
}

function vietnameseWords(text: string, legacy?: LegacyEncoding): WordCount {
	const words = markedWords(text).filter(({ length }) => length > 1);
	const known = words.filter((word) =>
		isVietnameseSyllable(legacy ? fromLegacy(word, legacy) : word)
	);
	return { known: known.length, all: Math.max(1, words.length) };
}
