import { cleanText, foldMarks } from '#lib/base/fold.ts';

/** What a text may tell of a person. */
export type PersonalSign = 'ids' | 'phones' | 'emails' | 'births' | 'names';

/** Nine digits, twelve, or the ten and eleven that a spreadsheet leaves of twelve; card numbers of the Party. */
const ID_ALONE =
	/^(?:\d{9}|\d{12}|\d{3}[ .]\d{3}[ .]\d{3}[ .]\d{3}|\d{2}\.\d{6})$|^(?:[1-9]|[1-9]\d)[0-3]\d{8}$/;
const ROUND = /000$/;
const PHONE_ALONE = /^(?:\+84|84|0)[ .-]?[1-9](?:[ .-]?\d){8}$/;
const EMAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
const DAY_OF_BIRTH = /^(?:\d{1,2}[/.-]){2}(?:19[2-9]\d|200\d|2010)$|^(?:19[2-9]\d|200\d)-\d\d-\d\d/;

const ID_INSIDE = /(?<![\d.,])(?:\d{9}|\d{12})(?![\d.,]\d|\d)/;
const SHORTEST_NUMBER = 8;
/** Without any of these a text tells nothing. */
const WORTH_READING = /\d.*\d.*\d|@|\/c|ồng|[\u0300-\u036f]|ông|bà|anh|chị/iu;
const PHONE_INSIDE = /(?<![\d.,])(?:\+84|0)[ .-]?[35789](?:[ .-]?\d){8}(?!\d)/;
const ADDRESSED = /(?:^|[^\p{L}])(?:đ\/c|đồng chí|ông|bà|anh|chị)\s*:?\s+(.+)/iu;
const TITLE_BEFORE = /^(?:\d+\s*[.)-]\s*)?(?:(?:đ\/c|đồng chí|ông|bà|anh|chị)\s*:?\s+)?/iu;
/** Words after which "Nguyễn Văn …" is a person; after "đường" or "Chi bộ" it is a street, a cell. */
const NAMED_AFTER =
	/(?:^|[,;:(–-]\s*|(?:^|\s)(?:của|do|là|và|với|gồm|hợp|cho|viên|bộ có|có)\s+)(\p{Lu}\p{L}+)\s+(?:Văn|Thị|VĂN|THỊ)\s+\p{Lu}/gu;

const FREQUENT_SURNAMES = new Set(
	(
		'Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý ' +
		'NGUYỄN TRẦN LÊ PHẠM HUỲNH HOÀNG PHAN VŨ VÕ ĐẶNG BÙI ĐỖ HỒ NGÔ DƯƠNG LÝ'
	).split(' ')
);
const OTHER_SURNAMES = new Set(
	(
		'Đinh Trịnh Đoàn Lương Mai Tô Cao Hà Tạ Thái Châu Tăng Quách Lâm Phùng Vương Từ Kiều Chu Trương Lưu Đào ' +
		'La Lã Diệp Văn Thạch Tống Triệu Nghiêm Bạch Doãn Khổng Kim Lục Mạc Nông Ninh Ông Phí Sơn Thân Tôn Viên'
	)
		.split(' ')
		.flatMap((name) => [name, name.toUpperCase()])
);
const UNMARKED_SURNAMES = new Set(
	[...FREQUENT_SURNAMES]
		.map((name) => foldMarks(name))
		.flatMap((name) => [name.toUpperCase(), name.charAt(0).toUpperCase() + name.slice(1)])
);
const SMALL_SURNAMES = new Set([...FREQUENT_SURNAMES].map((name) => name.toLowerCase()));
const NAME_WORD = /^\p{Lu}\p{L}*$/u;
const LONGEST_NAME = 40;

/** What the whole of a cell would tell of a person; `undefined` where it tells nothing. */
export function personalSign(text: string): PersonalSign | undefined {
	if (text.length < SHORTEST_NUMBER && !/\p{L}/u.test(text)) return undefined;
	const clean = cleanText(text).replace(/^['’]/, '');
	if (/^[\d+]/.test(clean)) {
		if (ID_ALONE.test(clean) && !ROUND.test(clean)) return 'ids';
		if (PHONE_ALONE.test(clean)) return 'phones';
		if (DAY_OF_BIRTH.test(clean)) return 'births';
	}
	if (clean.includes('@') && EMAIL.test(clean)) return 'emails';
	return isPersonName(clean) ? 'names' : undefined;
}

/** What a remark tells of a person somewhere in its text. */
export function personalSignInside(text: string): PersonalSign | undefined {
	if (!WORTH_READING.test(text)) return undefined;
	const clean = cleanText(text);
	if (PHONE_INSIDE.test(clean)) return 'phones';
	if (ID_INSIDE.test(clean)) return 'ids';
	if (EMAIL.test(clean)) return 'emails';
	const [, addressed] = ADDRESSED.exec(clean) ?? [];
	if (addressed !== undefined && startsWithName(addressed)) return 'names';
	return undefined;
}

/** True where a note says a person's name, with "đ/c" before it or not; a street's or a cell's name is none. */
export function namesPerson(note: string): boolean {
	const clean = cleanText(note);
	if (isPersonName(clean) || personalSignInside(clean) === 'names') return true;
	return [...clean.matchAll(NAMED_AFTER)].some(([, surname = '']) => isSurname(surname));
}

/** True where the text may tell of a person, so that no message may quote it. */
export function isPersonal(text: string): boolean {
	return personalSign(text) !== undefined || personalSignInside(text) !== undefined;
}

/** True for a Vietnamese person's name, with or without "đ/c", "ông", "bà" before it. */
export function isPersonName(text: string): boolean {
	const [name = ''] = text.replace(TITLE_BEFORE, '').split(/\s*[,;(/–]|\s-\s/);
	if (name.length > LONGEST_NAME) return false;
	const words = name.split(' ').filter((word) => word !== '');
	return isNameOf(words);
}

function startsWithName(text: string): boolean {
	const words = text.split(/[\s,;.(]+/).slice(0, 3);
	return [3, 2].some((count) => words.length >= count && isNameOf(words.slice(0, count)));
}

function isSurname(word: string): boolean {
	return FREQUENT_SURNAMES.has(word) || OTHER_SURNAMES.has(word);
}

/** Marks or capitals left out, a name has three words at least; in small letters one of them is "Văn" or "Thị". */
function isCarelessName(words: string[]): boolean {
	const [surname = '', middle = ''] = words;
	if (words.length < 3 || words.length > 5) return false;
	if (!words.every((word) => /^\p{L}+$/u.test(word))) return false;
	if (UNMARKED_SURNAMES.has(surname)) return words.every((word) => /^[A-Z][A-Za-z]*$/.test(word));
	const isSmall = words.every((word) => word === word.toLowerCase());
	return isSmall && /^(?:văn|thị)$/.test(middle) && SMALL_SURNAMES.has(surname);
}

function isNameOf(words: string[]): boolean {
	const [surname = '', ...given] = words;
	if (isCarelessName(words)) return true;
	if (given.length === 0 || given.length > 4 || !given.every((word) => NAME_WORD.test(word))) {
		return false;
	}
	return FREQUENT_SURNAMES.has(surname) || (OTHER_SURNAMES.has(surname) && given.length >= 2);
}
