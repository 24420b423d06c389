import { checkFault, mendings, symbolsOf, symbolValue, withCheck } from './code-symbols.ts';
import { type Period, yearOf } from './period.ts';
import type { UnitsMode } from './tree-day.ts';

/** What a code leads back to: a figure as it was after a submission. */
export interface TracedFigure {
	/** The id of the indicator, and the code of the unit. */
	indicator: string;
	unit: string;
	/** 1990 to 2062. */
	period: Period;
	/** The units that it stands on; a year from 1990 to 2062. */
	boundaries: UnitsMode;
	/** The sequence of the manifest, that of the newest submission ever, when the figure was written down. */
	sequence: number;
	/** Absent where nothing was reported, the denominator for a count too. */
	numerator?: bigint;
	denominator?: bigint;
	/** True where a reader must not learn the figure: the code then says nothing of it. */
	isWithheld?: boolean;
}

/** What a code says; indicator, unit and figure are told by marks only, to be held against those that are known. */
export interface TraceCode {
	/** As it is printed: `K7QM-2VX9-04TB-N3DE`. */
	code: string;
	period: Period;
	boundaries: UnitsMode;
	/** The sequence, without the multiples of {@link SEQUENCES} in it. */
	sequence: number;
	indicatorMark: number;
	unitMark: number;
	/** Absent where the figure was withheld. */
	figureMark?: number;
}

/**
 * A text that is no code, and why: nothing was given, there are too few or too many symbols, one is none of a code's, or
 * one of them is wrong; `place` counts symbols from 1, `typed` is the text as a code would be printed, and `mended` are
 * the codes that one slip may have made it of.
 */
export type TraceFault =
	| { fault: 'empty' }
	| { fault: 'length'; found: number }
	| { fault: 'symbol'; place: number; symbol: string }
	| { fault: 'check'; typed: string; mended: TraceCode[] };

/** How many symbols a code has. */
export const TRACE_SYMBOLS = 16;

/** A code's sequence starts anew after so many. */
export const SEQUENCES = 2 ** 17;

const FIRST_YEAR = 1990;
const YEARS = 73;
const PARTS = ['', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4'];
const INDICATOR_MARKS = 2 ** 13;
const UNIT_MARKS = 2 ** 20;
const FIGURE_MARKS = 874;
const GROUP = 4;

/** The fields in the order in which they are packed, with how many values each has: below 2⁷⁵ together. */
const SIZES = {
	indicator: INDICATOR_MARKS,
	period: YEARS * PARTS.length,
	boundaries: YEARS + 2,
	unit: UNIT_MARKS,
	sequence: SEQUENCES,
	figure: FIGURE_MARKS + 1
};

/** What may stand between symbols: blanks, dashes of every kind, full stops, brackets and invisible letters. */
const BETWEEN = /[\s\p{Pd}\p{Cf}\u2212._()[\]{}]/gu;

const PRINTED = /(?<![0-9A-Z-])[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}(?![0-9A-Z-])/g;

/** The code that is printed beside a figure: four groups of four symbols. Throws RangeError for a year that it cannot hold. */
export function traceCode(figure: TracedFigure): string {
	if (!isTraceable(figure)) throw new RangeError(`no code holds ${figure.period}`);
	return printed(
		pack({
			indicator: markOf(figure.indicator, INDICATOR_MARKS),
			period: periodNumber(figure.period),
			boundaries: boundariesNumber(figure.boundaries),
			unit: markOf(figure.unit, UNIT_MARKS),
			sequence: figure.sequence % SEQUENCES,
			figure: figure.isWithheld ? 0 : figureMark(figure) + 1
		})
	);
}

/** False for years that no code holds. */
export function isTraceable({
	period,
	boundaries
}: Pick<TracedFigure, 'period' | 'boundaries'>): boolean {
	const years = [yearOf(period), ...(typeof boundaries === 'number' ? [boundaries] : [])];
	return years.every((year) => year >= FIRST_YEAR && year < FIRST_YEAR + YEARS);
}

/** What a typed or pasted code says; case, blanks, dashes and brackets do not matter. */
export function readTraceCode(text: string): TraceCode | TraceFault {
	const symbols = [...text.normalize('NFC').replace(BETWEEN, '')];
	if (symbols.length === 0) return { fault: 'empty' };
	const values: number[] = [];
	for (const [at, symbol] of symbols.entries()) {
		const value = symbolValue(symbol);
		if (value === undefined) return { fault: 'symbol', place: at + 1, symbol };
		values.push(value);
	}
	if (values.length !== TRACE_SYMBOLS) return { fault: 'length', found: values.length };
	const read = checkFault(values) === 0 ? decoded(values) : undefined;
	if (read) return read;
	const mended = mendings(values).flatMap((each) => decoded(each) ?? []);
	return { fault: 'check', typed: printed(values), mended };
}

/** The codes that stand in a text as they are printed, with dashes of any kind, each once, in their order. */
export function findTraceCodes(text: string): string[] {
	const found = text.replace(/\p{Pd}/gu, '-').match(PRINTED) ?? [];
	return [...new Set(found)].filter((each) => !('fault' in readTraceCode(each)));
}

/** True where the code may speak of the indicator. */
export function speaksOfIndicator({ indicatorMark }: TraceCode, id: string): boolean {
	return indicatorMark === markOf(id, INDICATOR_MARKS);
}

/** True where the code may speak of the unit. */
export function speaksOfUnit({ unitMark }: TraceCode, code: string): boolean {
	return unitMark === markOf(code, UNIT_MARKS);
}

/** Whether the figure may be the one that the code was printed beside; `undefined` where the code does not say. */
export function agreesWith(
	{ figureMark: mark }: TraceCode,
	figure: Pick<TracedFigure, 'indicator' | 'unit' | 'numerator' | 'denominator'>
): boolean | undefined {
	return mark === undefined ? undefined : mark === figureMark(figure);
}

type Fields = Record<keyof typeof SIZES, number>;

function pack(fields: Fields): number[] {
	let packed = 0n;
	for (const [name, size] of Object.entries(SIZES) as [keyof Fields, number][]) {
		packed = packed * BigInt(size) + BigInt(fields[name]);
	}
	const values = Array.from({ length: TRACE_SYMBOLS - 1 }, (_, place) =>
		Number((packed >> BigInt(5 * (TRACE_SYMBOLS - 2 - place))) & 31n)
	);
	return withCheck(values);
}

/** The fields of numbers that agree with their check; `undefined` for numbers that no code is packed to. */
function unpack(values: readonly number[]): Fields | undefined {
	let packed = values.slice(1).reduce((sum, value) => sum * 32n + BigInt(value), 0n);
	const fields: Partial<Fields> = {};
	for (const [name, size] of (Object.entries(SIZES) as [keyof Fields, number][]).toReversed()) {
		fields[name] = Number(packed % BigInt(size));
		packed /= BigInt(size);
	}
	return packed === 0n ? (fields as Fields) : undefined;
}

function decoded(values: readonly number[]): TraceCode | undefined {
	const fields = unpack(values);
	if (!fields) return undefined;
	return {
		code: printed(values),
		period: periodOf(fields.period),
		boundaries: boundariesOf(fields.boundaries),
		sequence: fields.sequence,
		indicatorMark: fields.indicator,
		unitMark: fields.unit,
		...(fields.figure > 0 && { figureMark: fields.figure - 1 })
	};
}

function printed(values: readonly number[]): string {
	return (symbolsOf(values).match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

function periodNumber(period: Period): number {
	return yearNumber(yearOf(period)) * PARTS.length + PARTS.indexOf(period.slice(4));
}

function periodOf(number: number): Period {
	return `${FIRST_YEAR + Math.floor(number / PARTS.length)}${PARTS[number % PARTS.length]}`;
}

function boundariesNumber(boundaries: UnitsMode): number {
	if (boundaries === 'reported') return 0;
	return boundaries === 'today' ? 1 : yearNumber(boundaries) + 2;
}

function boundariesOf(number: number): UnitsMode {
	if (number === 0) return 'reported';
	return number === 1 ? 'today' : FIRST_YEAR + number - 2;
}

function yearNumber(year: number): number {
	return year - FIRST_YEAR;
}

/** The figure with whose it is: two units with the same counts have different marks. */
function figureMark(figure: Parameters<typeof agreesWith>[1]): number {
	const { indicator, unit, numerator = '', denominator = '' } = figure;
	return markOf([indicator, unit, numerator, denominator].join('\n'), FIGURE_MARKS);
}

/** A number below `size` that the text always has: FNV-1a over its letters, stirred so that every bit of it counts. */
function markOf(text: string, size: number): number {
	let hash = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) >>> 0) % size;
}
