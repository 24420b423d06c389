import { cleanText } from '#lib/base/fold.ts';

/** What a text may tell of a person. */
export type PersonalSign = 'ids' | 'phones' | 'emails' | 'births' | 'names';

const ID_ALONE = /^(?:\d{9}|\d{12}|\d{3}[ .]\d{3}[ .]\d{3}[ .]\d{3})$/;
const PHONE_ALONE = /^(?:\+84|84|0)[ .-]?[1-9](?:[ .-]?\d){8}$/;
const EMAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
const DAY_OF_BIRTH = /^(?:\d{1,2}[/.-]){2}(?:19[2-9]\d|200\d|2010)$|^(?:19[2-9]\d|200\d)-\d\d-\d\d/;

const ID_INSIDE = /(?<![\d.,])(?:\d{9}|\d{12})(?![\d.,]\d|\d)/;
const PHONE_INSIDE = /(?<![\d.,])(?:\+84|0)[ .-]?[35789](?:[ .-]?\d){8}(?!\d)/;
const ADDRESSED = /(?:^|[^\p{L}])(?:đ\/c|đồng chí|ông|bà|anh|chị)\s*:?\s+(.+)/iu;
const TITLE_BEFORE = /^(?:đ\/c|đồng chí|ông|bà|anh|chị)\s*:?\s+/iu;

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
const NAME_WORD = /^\p{Lu}\p{L}*$/u;
const LONGEST_NAME = 40;

/** What the whole of a cell would tell of a person; `undefined` where it tells nothing. */
export function personalSign(text: string): PersonalSign | undefined {
	const clean = cleanText(text).replace(/^['’]/, '');
	if (/^[\d+]/.test(clean)) {
		if (ID_ALONE.test(clean)) return 'ids';
		if (PHONE_ALONE.test(clean)) return 'phones';
		if (DAY_OF_BIRTH.test(clean)) return 'births';
	}
	if (clean.includes('@') && EMAIL.test(clean)) return 'emails';
	return isPersonName(clean) ? 'names' : undefined;
}

/** What a remark tells of a person somewhere in its text. */
export function personalSignInside(text: string): PersonalSign | undefined {
	const clean = cleanText(text);
	if (PHONE_INSIDE.test(clean)) return 'phones';
	if (ID_INSIDE.test(clean)) return 'ids';
	if (EMAIL.test(clean)) return 'emails';
	const [, named] = ADDRESSED.exec(clean) ?? [];
	return named !== undefined && startsWithName(named) ? 'names' : undefined;
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

function isNameOf(words: string[]): boolean {
	const [surname = '', ...given] = words;
	if (given.length === 0 || given.length > 4 || !given.every((word) => NAME_WORD.test(word))) {
		return false;
	}
	return FREQUENT_SURNAMES.has(surname) || (OTHER_SURNAMES.has(surname) && given.length >= 2);
}
