import { AppError } from '#lib/base/app-error.ts';
import { MOST } from './bounds.ts';
import { checkSharedTexts } from './check-shared-texts.ts';

const HEAD = 4;
/** A record that the library knows and leaps over. */
const LEAPT_OVER = 0x99;
const END = 0x0a;
const CONTINUE = 0x3c;
const PASSWORD = 0x2f;
const SHEET = 0x85;
const TEXTS = 0xfc;
const COLUMNS = 0x7d;
const MERGES = 0xe5;
const MULTIPLE = 0xbd;

/** Records that each make one cell; formulas keep their result, which alone is read. */
const FORMULAS = [0x06, 0x206, 0x406];
const CELLS = new Set([
	...[0x02, 0x03, 0x04, 0x05, 0xd6, 0xfd, 0x203, 0x204, 0x205, 0x27e],
	...FORMULAS
]);
/** Where in a record the length of its text stands, and in how many bytes. */
const TEXT_LENGTHS = new Map([
	[0x04, { at: 7, wide: 1 }],
	[0x07, { at: 0, wide: 1 }],
	[0xd6, { at: 6, wide: 2 }],
	[0x204, { at: 6, wide: 2 }],
	[0x207, { at: 0, wide: 2 }]
]);
const STARTS = [0x09, 0x209, 0x409, 0x809];
const FORMATS = [0x1e, 0x41e];
const STYLES = [0x43, 0x243, 0x443, 0xe0];
/** Besides: results of formulas, the kind of letters, days from 1904, sizes, rows. */
const OTHERS = [0x07, 0x207, 0x42, 0x22, 0x00, 0x200, 0x208];
const NEEDED = new Set([
	...[...CELLS, ...STARTS, ...FORMATS, ...STYLES, ...OTHERS],
	...[END, SHEET, TEXTS, COLUMNS, MERGES, MULTIPLE]
]);

/** How many records of a kind are read at most: far above what Excel writes, and below what costs minutes. */
const MOST_RECORDS = new Map<number, number>([
	...FORMATS.map((kind) => [kind, 5_000] as const),
	...[...STYLES, ...STARTS].map((kind) => [kind, 100_000] as const),
	[MERGES, 20_000],
	[CONTINUE, 10_000]
]);
/** The columns whose widths are told, each time that they are. */
const MOST_WIDTHS = 1_000_000;
/** A format is at most 255 letters long, of two bytes. */
const LONGEST_FORMAT = 600;
const SHORTEST_FORMAT = 4;
const SHORTEST_TEXT = 3;
const MERGED_RANGE = 8;
/** Where what a formula calculates begins, behind its result. */
const CALCULATION = 16;

/** What a record holds, and how long that is with all that continues it. */
interface Content {
	kind: number;
	view: DataView;
	whole: number;
}

/**
 * The records of a workbook of Excel 2–2003 ([MS-XLS]), made safe for the library: those that no figure needs (links,
 * notes, drawings, names, what formulas calculate) are blanked, the others stay in their places. Throws AppError
 * `file.password`, `file.too-many-cells` and `file.too-many-sheets` (`most`), and `file.damaged` where one says that
 * it holds more than it does, or where there are more of a kind than any workbook has.
 */
export function settleRecords(stream: Uint8Array): Uint8Array {
	const settled = stream.slice();
	const view = new DataView(settled.buffer);
	const kindAt = (at: number): number =>
		at + HEAD <= settled.length ? view.getUint16(at, true) : NaN;
	const endOf = (at: number): number => at + HEAD + view.getUint16(at + 2, true);
	const check = checker();
	let last = NaN;
	let at = 0;
	while (at + HEAD <= settled.length) {
		const kind = kindAt(at);
		if (kind === 0 && last === END) break;
		if (kind === PASSWORD) throw new AppError('file.password');
		const end = endOf(at);
		if (!NEEDED.has(kind)) {
			view.setUint16(at, LEAPT_OVER, true);
			at = end;
			continue;
		}
		if (end > settled.length) throw new AppError('file.damaged');
		let next = end;
		let whole = end - at - HEAD;
		for (; kindAt(next) === CONTINUE; next = endOf(next)) {
			check({ kind: CONTINUE, view, whole: 0 });
			whole += endOf(next) - next - HEAD;
		}
		if (kind === TEXTS) checkTexts(settled, { at, end, next });
		const content = settled.subarray(at + HEAD, end);
		check({ kind, view: new DataView(content.buffer, at + HEAD, content.length), whole });
		if (FORMULAS.includes(kind)) content.fill(0, CALCULATION);
		last = kind;
		at = next;
	}
	// Of a record whose length is cut off the library would read on without end.
	return settled.subarray(0, at);
}

/** Puts the shared texts and all that continues them together, and checks them. */
function checkTexts(
	stream: Uint8Array,
	{ at, end, next }: { at: number; end: number; next: number }
): void {
	const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
	const parts = [stream.subarray(at + HEAD, end)];
	const continued: number[] = [];
	let length = end - at - HEAD;
	for (let from = end; from < next;) {
		const to = from + HEAD + view.getUint16(from + 2, true);
		continued.push(length);
		parts.push(stream.subarray(from + HEAD, to));
		length += to - from - HEAD;
		from = to;
	}
	const whole = new Uint8Array(length);
	for (const [place, part] of parts.entries()) whole.set(part, continued[place - 1] ?? 0);
	checkSharedTexts(whole, continued);
}

/** Holds one record after the other to what a workbook can have. */
function checker(): (content: Content) => void {
	const counts = new Map<number, number>();
	let [cells, widths] = [0, 0];
	return (content) => {
		const { kind, view, whole } = content;
		const count = (counts.get(kind) ?? 0) + 1;
		counts.set(kind, count);
		if (count > (MOST_RECORDS.get(kind) ?? Infinity)) throw new AppError('file.damaged');
		if (kind === SHEET) refuseMany('file.too-many-sheets', count, MOST.sheets);
		if (kind === TEXTS && view.byteLength >= 8) {
			const texts = Math.min(view.getUint32(4, true), whole / SHORTEST_TEXT);
			refuseMany('file.too-many-cells', texts, MOST.writtenCells);
		}
		cells += cellsOf(kind, view);
		refuseMany('file.too-many-cells', cells, MOST.writtenCells);
		widths += widthsOf(kind, view);
		if (widths > MOST_WIDTHS || saysTooMuch(content)) throw new AppError('file.damaged');
	};
}

function cellsOf(kind: number, { byteLength }: DataView): number {
	if (kind === MULTIPLE) return byteLength / 6;
	return CELLS.has(kind) ? 1 : 0;
}

function widthsOf(kind: number, view: DataView): number {
	if (kind !== COLUMNS || view.byteLength < 4) return 0;
	return Math.max(0, view.getUint16(2, true) - view.getUint16(0, true) + 1);
}

/** True of a text, a format or merged ranges longer than the record that holds them, or without their length. */
function saysTooMuch({ kind, view, whole }: Content): boolean {
	if (FORMATS.includes(kind)) return whole > LONGEST_FORMAT || whole < SHORTEST_FORMAT;
	if (kind === MERGES)
		return view.byteLength < 2 || 2 + view.getUint16(0, true) * MERGED_RANGE > view.byteLength;
	const text = TEXT_LENGTHS.get(kind);
	if (!text) return false;
	if (view.byteLength < text.at + text.wide) return true;
	const length = text.wide === 1 ? view.getUint8(text.at) : view.getUint16(text.at, true);
	return text.at + text.wide + length > whole;
}

function refuseMany(code: string, count: number, most: number): void {
	if (count > most) throw new AppError(code, { most });
}
