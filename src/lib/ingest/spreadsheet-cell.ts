import { type CellObject, SSF } from '@e965/xlsx';
import type { Cell } from './grid.ts';

/** The part of the library that knows number formats, of which it tells no types. */
interface NumberFormats {
	is_date: (format: string) => boolean;
	format: (format: string, value: number) => string;
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

const formats = SSF as NumberFormats;

const LITERALS = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;
const DURATION = /\[(?:h+|m+|s+)\]/i;
/** Codes such as 007, whose zeros in front are part of them. */
const FIXED_DIGITS = /^0{2,}$/;

/**
 * What a spreadsheet's cell says to a table of figures: its number as it is, never as shown ("1.000" may be one), but
 * days as ISO text, percentages and codes of fixed length as shown, errors and TRUE/FALSE as text.
 */
export function figureCell(cell: CellObject, { date1904 }: { date1904: boolean }): Cell {
	switch (cell.t) {
		case 's':
			return textOrNothing(cell.v);
		case 'n':
			return numberCell(cell, date1904);
		case 'b':
			return cell.v ? 'TRUE' : 'FALSE';
		case 'e':
			return cell.w ?? '#VALUE!';
		case 'd':
		case 'z':
			return null;
	}
}

/** What Excel shows in a spreadsheet's cell, formatted as the cell says. */
export function shownCell(cell: CellObject): Cell {
	if (cell.t === 'b' && cell.w === undefined) return cell.v ? 'TRUE' : 'FALSE';
	return cell.t === 'z' ? null : textOrNothing(cell.w ?? cell.v);
}

function numberCell({ v, w, z }: CellObject, date1904: boolean): Cell {
	if (typeof v !== 'number') return null;
	const format = typeof z === 'string' ? z : 'General';
	if (formats.is_date(format)) {
		const day = DURATION.test(format) ? undefined : dayText(v, date1904);
		return day ?? w ?? String(v);
	}
	if (/%/.test(w ?? '') || FIXED_DIGITS.test(format)) return w ?? String(v);
	if (format.replace(LITERALS, '').includes('%')) return formats.format(format, v);
	return v;
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

function textOrNothing(value: CellObject['v']): Cell {
	const text = String(value ?? '').normalize('NFC');
	return text === '' ? null : text;
}
