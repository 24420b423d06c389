import { foldMarks } from '#lib/base/fold.ts';
import type { Cell } from './grid.ts';
import { type NumberFault, readNumeral } from './read-numeral.ts';

/** What was done to a cell to make it a figure, told to the analyst. */
export type NumberRemark =
	| 'zero-in-words'
	| 'text-dropped'
	| 'first-of-two'
	| 'comma-thousands'
	| 'blank-as-zero'
	| 'blank-answered-zero'
	| 'count-from-percentage';

/** What a cell of a count column says: a figure, "x", nothing reported, or something that is no count. */
export type NumberReading =
	| {
			state: 'figure';
			value: bigint;
			remark?: NumberRemark;
			params?: Record<string, string | number>;
	  }
	| { state: 'not-applicable' }
	| { state: 'missing' }
	| { state: 'unreadable'; fault: NumberFault; params?: Record<string, string> };

/** What nearly every cell is. */
const PLAIN = /^\d{1,8}$/;
const LARGEST = 2n ** 63n - 1n;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;
const LINE_BREAK = /[\r\n\t]/;
const DASHES = /^[-‐‑–—−_]+$/;
const DOTS = /^(?:…|\.{2,})+$/;
const SPREADSHEET_ERROR = /^#[A-Z][A-Z0-9/]*[!?]?$|^#N\/A$|^Err:\d+$/;

const MISSING = new Set(['chua b/c', 'chua bc', 'chua bao cao', 'chua nop', 'chua co bao cao']);
const ZERO = new Set(['khong', 'khong co', 'khong phat sinh']);
const NOT_APPLICABLE = new Set(['x', '×', 'khong ap dung']);
const SAME_AS_ABOVE = new Set(['nt', 'n/t', 'nhu tren', '"', '”', '″', '〃', "''", '//', '-nt-']);
const UNCLEAR = new Set(['/', '\\', '?', '??', '*', 'chua co', 'chua', 'chua ro', 'n/a', 'na']);

/** A part before its whole in one cell, "12/15". */
const PART_OF_WHOLE = /^\s*(\d{1,8})\s*\/\s*(\d{1,8})\s*$/;

/** The part of "12/15", in a column whose header says that the whole stands behind it; `undefined` for any other cell. */
export function readPartOfWhole(cell: Cell): NumberReading | undefined {
	const [, part, whole] = (typeof cell === 'string' && PART_OF_WHOLE.exec(cell)) || [];
	if (part === undefined || whole === undefined || BigInt(part) > BigInt(whole)) return undefined;
	return { state: 'figure', value: BigInt(part), remark: 'first-of-two', params: { whole } };
}

/** True for a cell that holds nothing, or a dash. */
export function isBlankOrDash(cell: Cell): boolean {
	if (cell === null) return true;
	return typeof cell === 'string' && /^[\s\u200b-\u200d\u2060\ufeff'’]*[-‐‑–—−_]*\s*$/.test(cell);
}

/** Reads a cell of a count column by TEMPLATES §D 10–13; never throws, and never guesses. */
export function readNumber(cell: Cell): NumberReading {
	if (cell === null) return { state: 'missing' };
	if (typeof cell === 'bigint') return countOf(cell);
	if (typeof cell === 'number') return readNative(cell);
	return readText(cell);
}

function readNative(value: number): NumberReading {
	if (value < 0) return { state: 'unreadable', fault: 'negative' };
	if (Number.isSafeInteger(value)) return smallFigure(value);
	if (!Number.isFinite(value)) return { state: 'unreadable', fault: 'not-a-number' };
	return { state: 'unreadable', fault: Number.isInteger(value) ? 'too-big' : 'percentage' };
}

/** What most cells hold, read once: a long sheet has a million of them. */
const SMALL_FIGURES = Array.from({ length: 1000 }, (_, number) => figure(number));

function figure(number: string | number): NumberReading {
	return { state: 'figure', value: BigInt(number) };
}

function smallFigure(number: number): NumberReading {
	return SMALL_FIGURES[number] ?? figure(number);
}

function readText(raw: string): NumberReading {
	if (PLAIN.test(raw)) return raw.length <= 3 ? smallFigure(Number(raw)) : figure(raw);
	const text = raw
		.normalize('NFC')
		.replace(INVISIBLE, '')
		.trim()
		.replace(/^['’](?=.)/, '')
		.trim();
	if (text === '') return { state: 'missing' };
	return readMark(text) ?? readFigure(text);
}

/** What a cell says that holds a mark or a word instead of a number; `undefined` for any other text. */
function readMark(text: string): NumberReading | undefined {
	const word = foldMarks(text).replace(/\.$/, '');
	if (DASHES.test(text) || DOTS.test(text) || MISSING.has(word)) return { state: 'missing' };
	if (ZERO.has(word)) return { state: 'figure', value: 0n, remark: 'zero-in-words' };
	if (NOT_APPLICABLE.has(word)) return { state: 'not-applicable' };
	if (SAME_AS_ABOVE.has(word)) return { state: 'unreadable', fault: 'same-as-above' };
	if (UNCLEAR.has(word)) return { state: 'unreadable', fault: 'unclear-mark' };
	if (SPREADSHEET_ERROR.test(text)) return { state: 'unreadable', fault: 'spreadsheet-error' };
	return undefined;
}

function readFigure(text: string): NumberReading {
	if (LINE_BREAK.test(text)) {
		const fault = /^\d[\d\s]*$/.test(text) ? 'two-numbers' : 'not-a-number';
		return { state: 'unreadable', fault };
	}
	const numeral = readNumeral(text);
	if ('fault' in numeral) return { state: 'unreadable', ...numeral };
	const count = countOf(numeral.value);
	return count.state === 'figure' && numeral.textDropped
		? { ...count, remark: 'text-dropped' }
		: count;
}

function countOf(value: bigint): NumberReading {
	if (value < 0n) return { state: 'unreadable', fault: 'negative' };
	if (value > LARGEST) return { state: 'unreadable', fault: 'too-big' };
	return { state: 'figure', value };
}
