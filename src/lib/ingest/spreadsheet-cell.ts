import { type CellObject, SSF } from '@e965/xlsx';
import type { Cell } from './grid.ts';

/** How the cells of a spreadsheet are read: as figures, or as the texts that Excel shows. */
export type CellReading = 'figures' | 'shown';

/** A cell of an .xlsx file as written: what it holds, and the number of its style. */
export type WrittenCell = { style: number } & (
	| { type: 'text' | 'error'; value: string }
	| { type: 'number'; value: number }
	| { type: 'flag'; value: boolean }
);

/** How a workbook's cells are to be read. */
export interface CellContext {
	reading: CellReading;
	/** True where days count from 1904. */
	date1904: boolean;
}

/** The part of the library that knows number formats, of which it tells no types. */
interface NumberFormats {
	is_date: (format: string) => boolean;
	format: (format: string, value: number | string, options?: { date1904: boolean }) => string;
	parse_date_code: (serial: number, options: { date1904: boolean }) => DateParts | null;
}

interface DateParts {
	y: number;
	m: number;
	d: number;
	H: number;
	M: number;
	S: number;
}

/** A number format, and what it makes of numbers. */
interface NumberFormat {
	code: string;
	kind: 'plain' | 'date' | 'duration' | 'digits' | 'percent';
}

const formats = SSF as NumberFormats;

const GENERAL = 'General';
const LITERALS = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;
const DURATION = /\[(?:h+|m+|s+)\]/i;
/** Codes such as 007, whose zeros in front are part of them. */
const FIXED_DIGITS = /^0{2,}$/;

/**
 * Reads cells of .xls and .ods files. As figures: a number is as it is, never as shown ("1.000" may be one), but days
 * are ISO text, percentages and codes of fixed length as shown, errors and TRUE/FALSE text.
 */
export function objectReader({ reading, date1904 }: CellContext): (cell: CellObject) => Cell {
	if (reading === 'shown') return shownCell;
	const known = new Map<string, NumberFormat>();
	const formatOf = (code: string): NumberFormat => {
		const format = known.get(code) ?? numberFormat(code);
		known.set(code, format);
		return format;
	};
	return ({ t: type, v: value, w, z }) => {
		if (type === 'd' || type === 'z') return null;
		if (type === 'e') return w ?? '#VALUE!';
		if (type === 'b') return flagText(value === true);
		if (type === 's') return textOrNothing(value);
		if (typeof value !== 'number') return null;
		// A figure that the file spells as none: neither a number nor a blank.
		if (!Number.isFinite(value)) return '#VALUE!';
		const format = formatOf(typeof z === 'string' ? z : GENERAL);
		const isPercent = format.kind !== 'date' && format.kind !== 'duration' && w?.includes('%');
		return isPercent ? (w ?? null) : numberCell(value, { format, date1904, shown: () => w });
	};
}

/** Reads cells of .xlsx files by the formats of their styles, as `objectReader` does those of other files. */
export function writtenReader(
	{ reading, date1904 }: CellContext,
	codeOf: (style: number) => string
): (cell: WrittenCell) => Cell {
	const known: NumberFormat[] = [];
	const formatOf = (style: number): NumberFormat => (known[style] ??= numberFormat(codeOf(style)));
	return (cell) => {
		if (cell.type === 'flag') return flagText(cell.value);
		if (cell.type === 'error') return cell.value;
		if (cell.type === 'text' && reading === 'figures') return textOrNothing(cell.value);
		const { value } = cell;
		const format = formatOf(cell.style);
		if (reading === 'figures' && format.kind === 'plain') return value;
		const shown = (): string => shownAs(format.code, value, date1904);
		if (reading === 'shown') return textOrNothing(shown());
		return typeof value === 'number' ? numberCell(value, { format, date1904, shown }) : value;
	};
}

function numberFormat(code: string): NumberFormat {
	if (code === GENERAL) return { code, kind: 'plain' };
	if (formats.is_date(code)) return { code, kind: DURATION.test(code) ? 'duration' : 'date' };
	if (FIXED_DIGITS.test(code)) return { code, kind: 'digits' };
	return { code, kind: code.includes('%') ? 'percent' : 'plain' };
}

/** What Excel shows; the value itself where its format is one that the library cannot follow. */
function shownAs(code: string, value: number | string, date1904: boolean): string {
	if (code === GENERAL && typeof value === 'string') return value;
	try {
		return formats.format(code, value, { date1904 });
	} catch {
		return String(value);
	}
}

function shownCell(cell: CellObject): Cell {
	if (cell.t === 'b' && cell.w === undefined) return flagText(cell.v === true);
	return cell.t === 'z' ? null : textOrNothing(cell.w ?? cell.v);
}

function numberCell(
	value: number,
	{
		format: { code, kind },
		date1904,
		shown
	}: { format: NumberFormat; date1904: boolean; shown: () => string | undefined }
): Cell {
	switch (kind) {
		case 'plain':
			return value;
		case 'date':
			return dayText(value, date1904) ?? shown() ?? String(value);
		case 'duration':
		case 'digits':
			return shown() ?? String(value);
		case 'percent': {
			const text = shown() ?? '';
			if (text.includes('%')) return text;
			return code.replace(LITERALS, '').includes('%') ? shownAs(code, value, date1904) : value;
		}
	}
}

/** The day, with the time where there is one, as ISO text; `undefined` for a time of day and for no date at all. */
function dayText(serial: number, date1904: boolean): string | undefined {
	if (serial < 1 && !(serial === 0 && date1904)) return undefined;
	const day = formats.parse_date_code(serial, { date1904 });
	if (!day) return undefined;
	const date = [String(day.y).padStart(4, '0'), two(day.m), two(day.d)].join('-');
	const time = [two(day.H), two(day.M), two(Math.floor(day.S))].join(':');
	return time === '00:00:00' ? date : `${date}T${time}`;
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}

function flagText(flag: boolean): string {
	return flag ? 'TRUE' : 'FALSE';
}

function textOrNothing(value: CellObject['v']): Cell {
	const text = String(value ?? '').normalize('NFC');
	return text === '' ? null : text;
}
