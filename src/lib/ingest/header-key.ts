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

/** Abbreviations that mean one thing wherever a header uses them (DOMAIN §9); "CB", "CT", "TT", "TC" mean several. */
const FULL_WORDS: Record<string, string> = {
	ts: 'tong so',
	tccsd: 'to chuc co so dang',
	tccs: 'to chuc co so',
	tcd: 'to chuc dang',
	dbcs: 'dang bo co so',
	cbcs: 'chi bo co so',
	cbtt: 'chi bo truc thuoc',
	ducs: 'dang ui co so',
	dbbp: 'dang bo bo phan',
	dv: 'dang vien',
	dvm: 'dang vien moi',
	kn: 'ket nap',
	knd: 'ket nap dang',
	htxsnv: 'hoan thanh xuat sac nhiem vu',
	htsxnv: 'hoan thanh xuat sac nhiem vu',
	httnv: 'hoan thanh tot nhiem vu',
	htnv: 'hoan thanh nhiem vu',
	khtnv: 'khong hoan thanh nhiem vu',
	xl: 'xep loai',
	dg: 'danh gia',
	dgxl: 'danh gia xep loai',
	llct: 'li luan chinh tri',
	qh: 'qui hoach',
	cuv: 'cap ui vien',
	btv: 'ban thuong vu',
	bch: 'ban chap hanh',
	bt: 'bi thu',
	pbt: 'pho bi thu',
	tdp: 'to dan pho',
	kp: 'khu pho',
	ttdp: 'to truong dan pho',
	ctmt: 'cong tac mat tran',
	tbctmt: 'truong ban cong tac mat tran',
	dbqh: 'dai bieu quoc hoi',
	hdnd: 'hoi dong nhan dan',
	ubnd: 'ui ban nhan dan',
	dvhc: 'don vi hanh chinh',
	ldql: 'lanh dao quan li',
	qlnn: 'quan li nha nuoc',
	bd: 'boi duong',
	bdnv: 'boi duong nghiep vu',
	lc: 'luan chuien',
	lk: 'lui ke',
	sh: 'sinh hoat',
	cqdv: 'co quan don vi',
	nq: 'nghi quiet',
	bn: 'bo nhiem'
};

/** The key with its abbreviations written out: "ts tccsd", "tong so to chuc co so dang". */
export function expandWords(key: string): string {
	return key
		.split(' ')
		.map((word) => (Object.hasOwn(FULL_WORDS, word) ? (FULL_WORDS[word] ?? word) : word))
		.join(' ');
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
