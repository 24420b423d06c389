import { foldMarks } from '#lib/base/fold.ts';

/** Why a cell is no count; each names its words in data/messages/issues.json. */
export type NumberFault =
	| 'not-a-number'
	| 'percentage'
	| 'ambiguous-number'
	| 'negative'
	| 'two-numbers'
	| 'date-in-number'
	| 'spreadsheet-error'
	| 'same-as-above'
	| 'unclear-mark'
	| 'too-big';

/** A whole number found in a text, or why there is none. */
export type Numeral =
	{ value: bigint; textDropped: boolean } | { fault: NumberFault; params?: Record<string, string> };

const DIGITS = /^\d+$/;
/** A telephone or identity number: no count is written with a zero before so many digits. */
const NO_COUNT = /^0\d{8,}$/;
const MOST_DIGITS = 24;
const BLANK = '[ \\u00a0\\u2009\\u202f]';
const GROUPED = new RegExp(`^[1-9]\\d{0,2}(?:(?:\\.\\d{3})+|(?:${BLANK}\\d{3})+|(?:,\\d{3}){2,})$`);
const DECIMAL_OR_THOUSANDS = /^[1-9]\d{0,2},\d{3}$/;
const DECIMAL = /^\d[\d. ]*,\d+$|^\d[\d, ]*\.\d+$/;
const PERCENTAGE = /^\d[\d.,\s]*%$/;
const NEGATIVE = /^[-‐‑–−]\s?\d[\d.,\s]*%?$/;
const TWO_NUMBERS = /^\d[\d.,]*\s*[/\-–+:;x*]\s*\d[\d.,]*$/;

const DATE_SHAPES = [
	/^\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})$/,
	/^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[T ].*)?$/,
	/^(?:0[1-9]|[12]\d|3[01])\/(?:0[1-9]|1[0-2])$/,
	/^0[1-9]\/\d{4}$/,
	/^\d{1,2}[-/ ](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Thg ?\d)/i,
	/^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[-/ ]\d/i
];

const WITH_BRACKET = /^(.*\S)\s*\(([^()]*)\)$/u;
const WITH_WORD = /^(\d(?:[\d.,]|[ \u00a0\u2009\u202f](?=\d))*)\s*(\p{L}.*)$/u;

const COUNTED = new Set(
	(
		'd/c, dc, dong chi, nguoi, dang vien, dv, can bo, luot, luot nguoi, chi bo, dang bo, to chuc, to chuc dang, ' +
		'tccsd, tcd, don vi, co quan, cap uy, cap uy vien, cuv, dai bieu, vu, vu viec, lop, khoa, thon, to, tdp, xa, phuong'
	).split(', ')
);

/**
 * Reads a whole number written the Vietnamese way: digits with thousands apart ("1.234", "1 234"), a counted thing
 * behind it ("142 đ/c"), a remark in brackets ("604 (91,2%)"). Where a text could be two things, says so.
 */
export function readNumeral(text: string): Numeral {
	const [, beforeBracket, remark = ''] = WITH_BRACKET.exec(text) ?? [];
	if (beforeBracket !== undefined) return readWithRemark(beforeBracket, remark);
	const [, beforeWord, word = ''] = WITH_WORD.exec(text) ?? [];
	if (beforeWord !== undefined && COUNTED.has(foldMarks(word).replace(/\.$/, ''))) {
		return readNumeral(beforeWord);
	}
	return readPlain(text);
}

/** A number with a remark behind it: taken where the remark speaks ("nữ 5", "91,2%"), not where it is a number itself. */
function readWithRemark(number: string, remark: string): Numeral {
	const numeral = readNumeral(number);
	if ('fault' in numeral) return numeral;
	return /[\p{L}%]/u.test(remark) ? { ...numeral, textDropped: true } : { fault: 'two-numbers' };
}

function readPlain(text: string): Numeral {
	if (NO_COUNT.test(text)) return { fault: 'not-a-number' };
	if (DIGITS.test(text)) return wholeNumber(text);
	if (GROUPED.test(text)) return wholeNumber(text.replace(/\D/g, ''));
	if (DECIMAL_OR_THOUSANDS.test(text)) {
		const params = { plain: text.replace(',', ''), grouped: text.replace(',', '.') };
		return { fault: 'ambiguous-number', params };
	}
	return { fault: faultOf(text) };
}

function wholeNumber(digits: string): Numeral {
	const significant = digits.replace(/^0+(?=\d)/, '');
	if (significant.length > MOST_DIGITS) return { fault: 'too-big' };
	return { value: BigInt(significant), textDropped: false };
}

function faultOf(text: string): NumberFault {
	if (DATE_SHAPES.some((shape) => shape.test(text))) return 'date-in-number';
	if (PERCENTAGE.test(text) || DECIMAL.test(text)) return 'percentage';
	if (NEGATIVE.test(text)) return 'negative';
	return TWO_NUMBERS.test(text) ? 'two-numbers' : 'not-a-number';
}
