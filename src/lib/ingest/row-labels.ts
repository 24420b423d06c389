import { foldMarks } from '#lib/base/fold.ts';
import type { Cell } from './grid.ts';
import { headerKey } from './header-key.ts';

const GROUP_NAMES = '(?:[ivx]+|[a-h]|khoi .+|nhom .+|\\d[\\d ]*(?:don vi)?)';
const TOTAL = new RegExp(
	`^(?:tong|tong cong|tong so|cong|cong chung|ts|total|grand total)(?: ${GROUP_NAMES})?$|` +
		'^(?:tong cong |tong so |tong |cong )?toan (?:dang bo|thanh pho|tp|tinh|huien|quan|xa|phuong|khoi|don vi|nganh|bo|he thong)(?: .*)?$'
);
const TOTAL_BEGINNING = /^[^\p{L}]*(?:tổng|cộng|toàn|tong|cong|toan|ts|total|grand)(?!\p{L})/iu;
const SUBTOTAL = new RegExp(`^(?:tong|tong cong|tong so|cong) ${GROUP_NAMES}$`);
const INDEX_MARK =
	/^(?:[([]?(?:[A-Za-wyz]|[IVX]{1,4})[)\]]?|[([]?\d{1,3}[)\]]?(?:\s*=.*|\s*\(.*\))?)$/;
const ROMAN_OR_LETTER = /^(?:[IVXLC]+|[A-Z])[.)]?$/;
const FOOTER = [
	/^ghi chu\b/,
	/\bngay .{0,8}thang .{0,8}nam\b/,
	/^(?:nguoi )?lap bieu\b|^nguoi lap\b|^(?:pho )?truong ban\b|^bi thu$|^thu truong\b/,
	/^t\/m\b|^tm\.|^k\/t\b|^kt\./,
	/^noi nhan\b/,
	/^trang \d+(?:\/\d+)?$/,
	/^\((?:ki|ky)\b/
];

/** True for the label of a total row: "Tổng cộng", "Cộng II", "Toàn Đảng bộ", "Cộng (1+…+11)". */
export function isTotalLabel(label: string): boolean {
	return TOTAL_BEGINNING.test(label) && TOTAL.test(headerKey(label));
}

/** True for the label of a total of one group: "Cộng II", "Tổng khối phường, xã". */
export function isSubtotalLabel(label: string): boolean {
	const key = headerKey(label);
	return SUBTOTAL.test(key) && !/ \d/.test(key);
}

/** True for an index row under a header, "(1) (2) (3)=(4)+(5)" or "A B 1 2": marks alone, and they count on. */
export function isIndexRow(cells: readonly string[]): boolean {
	const filled = cells.filter((cell) => cell !== '');
	if (filled.length < 3 || !filled.every((cell) => INDEX_MARK.test(cell))) return false;
	const numbers = filled.map((cell) => Number.parseInt(cell.replace(/^[([]/, ''), 10));
	const steps = numbers.slice(1).filter((number, at) => number === (numbers[at] ?? 0) + 1).length;
	return steps >= 2 && (steps + 1) / numbers.filter((number) => number > 0).length >= 0.6;
}

/** True where the row repeats the header, as on a new printed page. */
export function isRepeatedHeader(cells: readonly string[], header: readonly string[]): boolean {
	const filled = header.filter((name) => name !== '').length;
	const same = cells.filter((cell, at) => cell !== '' && cell === header[at]).length;
	return same >= 2 && same / filled >= 0.6;
}

/** True for a row under the table: remarks, place and date, signatures, page numbers. */
export function isFooter(cells: readonly string[]): boolean {
	return cells.some((cell) => {
		const text = foldMarks(cell);
		return FOOTER.some((pattern) => pattern.test(text));
	});
}

/** True for the number of a group: "I", "II.", "A". */
export function isGroupNumber(text: string): boolean {
	return ROMAN_OR_LETTER.test(text);
}

/** True where the cell holds nothing but blanks. */
export function isBlank(cell: Cell | undefined): boolean {
	return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
