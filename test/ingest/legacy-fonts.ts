const VOWELS = 'aăâeêioôơuưy';
/** No tone, huyền, hỏi, ngã, sắc, nặng. */
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/** Every letter of Vietnamese in NFC, in both cases. */
export const VIETNAMESE_LETTERS: readonly string[] = [
	...[...VOWELS].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))),
	...'bcdđghklmnpqrstvx'
].flatMap((letter) => [letter, letter.toUpperCase()]);

/** The bytes of TCVN3 for the vowels in the order of VOWELS and TONES, as its standard's table has them. */
const TCVN3_VOWELS: readonly number[] = [
	...[0x61, 0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xa8, 0xbb, 0xbc, 0xbd, 0xbe, 0xc6],
	...[0xa9, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0x65, 0xcc, 0xce, 0xcf, 0xd0, 0xd1],
	...[0xaa, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0x69, 0xd7, 0xd8, 0xdc, 0xdd, 0xde],
	...[0x6f, 0xdf, 0xe1, 0xe2, 0xe3, 0xe4, 0xab, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9],
	...[0xac, 0xea, 0xeb, 0xec, 0xed, 0xee, 0x75, 0xef, 0xf1, 0xf2, 0xf3, 0xf4],
	...[0xad, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0x79, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe]
];
const TCVN3 = new Map<string, number>([
	...TCVN3_VOWELS.map((byte, at): [string, number] => {
		const vowel = VOWELS.charAt(Math.floor(at / TONES.length));
		return [(vowel + (TONES[at % TONES.length] ?? '')).normalize('NFC'), byte];
	}),
	['đ', 0xae],
	...[...'ĂÂÊÔƠƯĐ'].map((letter, at): [string, number] => [letter, 0xa1 + at])
]);

/** The text as typed for a `.Vn…` font; capitals with tones as a capital with a toned small letter, as people did. */
export function encodeTcvn3(text: string): string {
	return Array.from(text.normalize('NFC'), (letter) => {
		const byte = TCVN3.get(letter);
		if (byte !== undefined) return String.fromCharCode(byte);
		if (letter.charCodeAt(0) < 128) return letter;
		const capital = letter.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '');
		return encodeTcvn3(capital.normalize('NFC') + letter.toLowerCase());
	}).join('');
}

/** What VNI types after a vowel: by its sign (none, mũ, trăng) and tone. */
const VNI_MARKS: Record<string, string> = {
	...{ '\u0300': 'ø', '\u0309': 'û', '\u0303': 'õ', '\u0301': 'ù', '\u0323': 'ï' },
	...{ '\u0302': 'â', '\u0302\u0300': 'à', '\u0302\u0309': 'å', '\u0302\u0303': 'ã' },
	...{ '\u0302\u0301': 'á', '\u0302\u0323': 'ä', '\u0306': 'ê', '\u0306\u0300': 'è' },
	...{ '\u0306\u0309': 'ú', '\u0306\u0303': 'ü', '\u0306\u0301': 'é', '\u0306\u0323': 'ë' }
};
const VNI_ALONE: Record<string, string> = {
	...{ đ: 'ñ', í: 'í', ì: 'ì', ỉ: 'æ', ĩ: 'ó', ị: 'ò', ỵ: 'î' }
};

/** The text as typed for a `VNI-…` font. */
export function encodeVni(text: string): string {
	return Array.from(text.normalize('NFC'), (letter) => {
		const small = letter.toLowerCase();
		const typed = encodeSmallVni(small);
		return letter === small ? typed : typed.toUpperCase();
	}).join('');
}

function encodeSmallVni(letter: string): string {
	const alone = VNI_ALONE[letter];
	if (alone !== undefined) return alone;
	const [base = '', ...marks] = letter.normalize('NFD');
	if (marks.length === 0) return letter;
	const horned = marks.includes('\u031b');
	const vowel = horned ? (base === 'o' ? 'ô' : 'ö') : base;
	const signs = ['\u0302', '\u0306', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
	const key = signs.filter((mark) => marks.includes(mark)).join('');
	return vowel + (VNI_MARKS[key] ?? '');
}
