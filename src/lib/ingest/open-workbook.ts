import { AppError } from '#lib/base/app-error.ts';
import { MOST } from './bounds.ts';
import type { Grid } from './grid.ts';
import { legacyStyles } from './legacy-styles.ts';
import { readWorksheet } from './read-worksheet.ts';
import { sheetGrid, withinBounds } from './sheet-grid.ts';
import { type CellReading, writtenReader } from './spreadsheet-cell.ts';
import { type OpenedBook, parseParts } from './spreadsheet-library.ts';
import { rootOf, sharedTexts } from './xml-text.ts';

const GENERAL = 'General';
/** Ids of built-in formats that stand in no file and mean days, in one language or another. */
const BUILT_IN_DAYS = /^(?:2[789]|3[016]|5[0-8])$/;
const START = 2000;
/** The drawing that the notes on a sheet's cells are shown by. */
const CELL_NOTES = /<(?:\w+:)?legacyDrawing\s/;
/** Links over cells, which the library lays out one by one: they stand in worksheets alone, and those are ours. */
const LINKS = /<(?:\w+:)?hyperlink\s/;

/** The XML of a workbook that we read ourselves; the library reads the rest. */
interface OwnParts {
	worksheets: Uint8Array[];
	texts: string[];
	styles: string;
}

/**
 * The sheets of an .xlsx or .xlsm file by the parts in its archive. The library says which parts the sheets are, and
 * which formats there are; the cells we read ourselves, since only so formulas without a kept result, empty shared
 * texts, hidden rows and fonts are told apart, and in bounded memory.
 */
export function readWorkbook(parts: ReadonlyMap<string, Uint8Array>, reading: CellReading): Grid[] {
	const { own, rest } = takeOwnParts(parts);
	const book = parseParts(rest);
	const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
	const cellOf = writtenReader({ reading, date1904 }, formatsOf(book));
	const legacy = legacyStyles(own.styles);
	const taken = new Set<Uint8Array>();
	return withinBounds(book.SheetNames, (name, place): Grid => {
		const sheet = book.Sheets[name];
		if (!sheet) throw new AppError('file.damaged');
		const hidden = Boolean(book.Workbook?.Sheets?.[place]?.Hidden) && { hidden: true };
		const about = { sheet: name.normalize('NFC'), ...hidden };
		const cells = (sheet['!data'] ?? []) as { v?: unknown }[][];
		const part = own.worksheets[Number(cells[0]?.[0]?.v ?? NaN)];
		if (!part) return { ...about, rows: [] };
		// Each sheet has a part of its own; one that many share would be read as many times.
		if (taken.has(part)) throw new AppError('file.damaged');
		taken.add(part);

		const legacyFonts: NonNullable<Grid['legacyFonts']> = [];
		const onStyle = (row: number, column: number, style: number): void => {
			const font = legacy.get(style);
			if (font) legacyFonts.push({ row, column, ...font });
		};
		const xml = new TextDecoder().decode(part);
		const options = { texts: own.texts, cellOf, ...(legacy.size > 0 && { onStyle }) };
		const grid = sheetGrid(readWorksheet(xml, options));
		const notes = CELL_NOTES.test(xml) && { hasNotes: true as const };
		return { ...about, ...grid, ...notes, ...(legacyFonts.length > 0 && { legacyFonts }) };
	});
}

/** In place of each worksheet the library gets one whose only cell says which of ours it is. */
function takeOwnParts(parts: ReadonlyMap<string, Uint8Array>): {
	own: OwnParts;
	rest: Map<string, Uint8Array>;
} {
	const own: OwnParts = { worksheets: [], texts: [], styles: '' };
	const rest = new Map<string, Uint8Array>();
	let size = 0;
	for (const [name, part] of parts) {
		const root = rootOf(new TextDecoder().decode(part.subarray(0, START)));
		if (root === 'sst') own.texts = sharedTexts(new TextDecoder().decode(part));
		else if (root === 'worksheet') {
			rest.set(name, placeholder(own.worksheets.length));
			own.worksheets.push(part);
		} else {
			size += part.length;
			if (!LINKS.test(new TextDecoder().decode(part))) rest.set(name, part);
		}
		if (root === 'styleSheet') own.styles = new TextDecoder().decode(part);
	}
	const most = MOST.megabytesBesideSheets;
	if (size > most * 1_000_000) throw new AppError('file.unpacks-too-large', { most });
	return { own, rest };
}

function placeholder(place: number): Uint8Array {
	return new TextEncoder().encode(
		`<worksheet><sheetData><row r="1"><c r="A1"><v>${place}</v></c></row></sheetData></worksheet>`
	);
}

function formatsOf({ Styles: styles, SSF: formats }: OpenedBook): (style: number) => string {
	return (style) => {
		const id = styles?.CellXf?.[style]?.numFmtId ?? 0;
		return formats?.[id] ?? (BUILT_IN_DAYS.test(String(id)) ? 'm/d/yy' : GENERAL);
	};
}
