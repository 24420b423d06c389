import { AppError } from '#lib/base/app-error.ts';
import { MOST } from './bounds.ts';
import type { Cell } from './grid.ts';
import { refuseLong } from './refuse-long.ts';
import type { SheetCells } from './sheet-grid.ts';
import type { WrittenCell } from './spreadsheet-cell.ts';
import { attributeOf, cellText, elementsOf, isOn, richText } from './xml-text.ts';

/** What a sheet of Excel has, and a file of it may speak of. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** What stands in a cell whose formula was never calculated: no figure, and no blank either. */
const UNCALCULATED = '#CALC!';

const OPENING = /<(?:\w+:)?sheetData(?=[\s/>])/;
const CLOSING = /<\/(?:\w+:)?sheetData\s*>/;
const ROW_OR_CELL = /<(?:\w+:)?(row|c)((?:[\s/][^<>]*)?)>/g;
const CELL_END = /<\/(?:\w+:)?c\s*>/g;
const VALUE = /<((?:\w+:)?v)((?:[\s/][^<>]*)?)>/;
/** How most programs write the attributes of a cell, and its value: read at one go. */
const USUAL_TAG = /^\sr="([A-Z]{1,3})\d+"(?:\ss="(\d+)")?(?:\st="(\w+)")?\s?$/;
const FORMULA = /<(?:\w+:)?f[\s/>]/;
const COLUMN = /<(?:\w+:)?col(?=\s)([^<>]*)>/g;
const MERGE = /<(?:\w+:)?mergeCell(?=\s)([^<>]*)>/g;
const RANGE = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/;

/** What a worksheet's XML is read with. */
export interface ReadWorksheetOptions {
	/** The shared texts of the workbook. */
	texts: readonly string[];
	cellOf: (cell: WrittenCell) => Cell;
	/** Told of each cell of text: its place, from 1, and the number of its style. */
	onStyle?: (row: number, column: number, style: number) => void;
}

/**
 * The cells of a worksheet of an .xlsx file, with its merged ranges and what it hides: formulas give the result kept in
 * the file, and `#CALC!` where there is none; days in ISO form stay text. Throws AppError `file.too-many-cells` (`most`)
 * and `file.damaged` where the XML contradicts itself.
 */
export function readWorksheet(xml: string, options: ReadWorksheetOptions): SheetCells {
	const start = OPENING.exec(xml)?.index ?? xml.length;
	const closing = CLOSING.exec(xml);
	const end = closing?.index ?? xml.length;
	if (closing === null && /<(?:\w+:)?row[\s>]/.test(xml.slice(start)))
		throw new AppError('file.damaged');
	const cells = readCells(xml.slice(start, end), options);
	return {
		...cells,
		hiddenColumns: hiddenColumns(xml.slice(0, start)),
		merges: Array.from(xml.slice(end).matchAll(MERGE), ([, tag = '']) => rangeOf(tag)).filter(
			(range) => range !== undefined
		)
	};
}

function readCells(
	xml: string,
	{ texts, cellOf, onStyle }: ReadWorksheetOptions
): Pick<SheetCells, 'rows' | 'hiddenRows'> {
	const rows = new Map<number, Cell[]>();
	const hiddenRows: number[] = [];
	let cells: Cell[] = [];
	let [row, column, count, tags] = [0, 0, 0, 0];
	ROW_OR_CELL.lastIndex = 0;
	for (let found = ROW_OR_CELL.exec(xml); found; found = ROW_OR_CELL.exec(xml)) {
		const [, element, tag = ''] = found;
		if ((tags += 1) > MOST.tags) refuseMany(MOST.tags);
		if (element === 'row') {
			row = rowOf(tag, row);
			column = 0;
			if (isOn(tag, 'hidden') || Number(attributeOf(tag, 'ht') ?? 1) === 0) hiddenRows.push(row);
			cells = rows.get(row) ?? [];
			rows.set(row, cells);
			continue;
		}
		const { place, style, type } = attributesOf(tag);
		column = place ?? column + 1;
		if (column < 1 || column > LAST_COLUMN) throw new AppError('file.damaged');
		if (tag.endsWith('/')) continue;
		if ((count += 1) > MOST.writtenCells) refuseMany(MOST.writtenCells);
		CELL_END.lastIndex = ROW_OR_CELL.lastIndex;
		const end = CELL_END.exec(xml);
		if (!end) throw new AppError('file.damaged');
		const body = xml.slice(ROW_OR_CELL.lastIndex, end.index);
		const written = writtenCell(body, { style, type }, texts);
		ROW_OR_CELL.lastIndex = CELL_END.lastIndex;
		const cell = written === undefined ? null : cellOf(written);
		if (cell === null) continue;
		if (typeof cell === 'string') refuseLong(cell, { row, column });
		while (cells.length < column) cells.push(null);
		cells[column - 1] = cell;
		if (typeof cell === 'string') onStyle?.(row, column, style);
	}
	return { rows, hiddenRows };
}

function refuseMany(most: number): never {
	throw new AppError('file.too-many-cells', { most });
}

function rowOf(tag: string, before: number): number {
	const row = Number(attributeOf(tag, 'r') ?? before + 1);
	if (!Number.isInteger(row) || row < 1 || row > LAST_ROW) throw new AppError('file.damaged');
	return row;
}

/** What the tag of a cell says; its column by the letters of its address, its row being that of the row about it. */
function attributesOf(tag: string): { place?: number; style: number; type: string } {
	const usual = USUAL_TAG.exec(tag);
	if (usual) {
		const [, letters = '', style = 0, type = 'n'] = usual;
		return { place: columnNumber(letters), style: Number(style), type };
	}
	const address = attributeOf(tag, 'r');
	return {
		...(address !== undefined && { place: columnNumber(address) }),
		style: Number(attributeOf(tag, 's') || 0),
		type: attributeOf(tag, 't') ?? 'n'
	};
}

function columnNumber(address: string): number {
	let column = 0;
	for (let at = 0; at < address.length; at++) {
		const letter = address.charCodeAt(at) - 64;
		if (letter < 1 || letter > 26) break;
		column = column * 26 + letter;
	}
	return column;
}

function writtenCell(
	body: string,
	{ style, type }: { style: number; type: string },
	texts: readonly string[]
): WrittenCell | undefined {
	if (type === 'inlineStr') return { type: 'text', value: richText(body), style };
	const inner = valueOf(body);
	if (inner === undefined || (inner === '' && type !== 'str')) {
		const isFormula = FORMULA.test(body);
		return isFormula ? { type: 'text', value: UNCALCULATED, style } : undefined;
	}
	switch (type) {
		case 's': {
			const text = texts[Number(inner)];
			if (text === undefined) throw new AppError('file.damaged');
			return { type: 'text', value: text, style };
		}
		case 'n': {
			const number = inner.trim() === '' ? NaN : Number(inner);
			// What should be a number and is none must not be taken for one: it stays the text that it is.
			if (!Number.isFinite(number)) return { type: 'text', value: cellText(inner), style };
			return { type: 'number', value: number, style };
		}
		case 'b':
			return { type: 'flag', value: inner.trim() === '1' || inner.trim() === 'true', style };
		case 'e':
			return { type: 'error', value: cellText(inner), style };
		default:
			return { type: 'text', value: cellText(inner), style };
	}
}

/** What stands in the value of a cell; `undefined` where it has none. */
function valueOf(body: string): string | undefined {
	if (body.startsWith('<v>') && body.indexOf('<', 3) === body.length - 4) return body.slice(3, -4);
	const [value] = elementsOf(body, VALUE);
	return value?.inner;
}

/** Ranges of columns, from 1, that are hidden or have no width. */
function hiddenColumns(xml: string): SheetCells['hiddenColumns'] {
	return Array.from(xml.matchAll(COLUMN), ([, tag = '']) => tag)
		.filter((tag) => isOn(tag, 'hidden') || Number(attributeOf(tag, 'width') ?? 1) === 0)
		.map((tag) => ({ from: Number(attributeOf(tag, 'min')), to: Number(attributeOf(tag, 'max')) }));
}

function rangeOf(tag: string) {
	const [, left = '', top, right = '', bottom] = RANGE.exec(attributeOf(tag, 'ref') ?? '') ?? [];
	if (top === undefined) return undefined;
	return {
		...{ top: Number(top), left: columnNumber(left) },
		...{ bottom: Number(bottom), right: columnNumber(right) }
	};
}
