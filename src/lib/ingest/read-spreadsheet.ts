import { CFB, type CellObject, type ParsingOptions, read, type WorkBook } from '@e965/xlsx';
import { AppError } from '#lib/base/app-error.ts';
import type { Grid } from './grid.ts';
import { hiddenTables, settleOpenDocument, settleWorksheet } from './settle-sheet-parts.ts';
import { sheetRows } from './sheet-rows.ts';
import { figureCell, shownCell } from './spreadsheet-cell.ts';
import { unzip } from './unzip.ts';

/** How the cells of a spreadsheet are read: as figures, or as the texts that Excel shows. */
export type CellReading = 'figures' | 'shown';

/** A workbook as the library gives it, and which of its sheets are not shown, in their order. */
interface OpenedBook {
	book: WorkBook;
	hidden: boolean[];
}

const MOST_MEGABYTES_OF_XLS = 50;

/** No pictures, no macros, no comments: what is not needed is not even unpacked. */
const NEEDED = /^(?!.*comments[^/]*$)(?!customXml\/).*\.(?:xml|rels)$/i;
const WORKSHEET = /^[^[].*\/(?:work)?sheets\/[^/]+\.xml$/i;
const OPEN_DOCUMENT = 'content.xml';
const STYLES = 'styles.xml';
const EMPTY_STYLES = new TextEncoder().encode('<office:document-styles/>');
const PARSING: ParsingOptions = {
	type: 'array',
	dense: true,
	cellNF: true,
	cellFormula: false,
	cellHTML: false,
	bookVBA: false,
	sheetStubs: false
};

/** The part of the library that knows containers, of which it tells no types. */
interface Containers {
	read: (bytes: Uint8Array, options: { type: 'array' }) => { FullPaths: string[] };
	write: (container: object, options: { type: 'array'; fileType: 'zip' }) => Uint8Array;
	utils: {
		cfb_new: (options: { root: string }) => object;
		cfb_add: (container: object, name: string, content: Uint8Array) => void;
	};
}

const containers = CFB as Containers;

/**
 * The sheets of an .xlsx, .xlsm, .xls or .ods file in their order, hidden ones marked, chart sheets and empty ones
 * without rows. Row i and column j of a grid are those of the sheet; a merged range has its value in its first cell;
 * formulas give the result kept in the file, and `#CALC!` where there is none. Macros are not looked at. Throws
 * AppError `file.password`, `file.damaged`, `file.not-a-table` for other documents of such a kind, and
 * `file.too-large`, `file.unpacks-too-large` or `file.too-many-cells` before much is laid out in memory.
 */
export async function readSpreadsheet(
	bytes: Uint8Array,
	reading: CellReading = 'figures'
): Promise<Grid[]> {
	const { book, hidden } = bytes[0] === 0xd0 ? readOldBook(bytes) : await readZippedBook(bytes);
	const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
	const cellOf =
		reading === 'shown' ? shownCell : (cell: CellObject) => figureCell(cell, { date1904 });
	return book.SheetNames.map((name, place): Grid => {
		const sheet = book.Sheets[name];
		if (!sheet) throw new AppError('file.damaged');
		const isHidden = hidden[place] === true;
		const rows = sheet['!type'] === 'chart' ? [] : sheetRows(sheet, cellOf);
		return { sheet: name.normalize('NFC'), ...(isHidden && { hidden: true }), rows };
	});
}

/** A workbook of Excel 97–2003, or what else lies in such a container. */
function readOldBook(bytes: Uint8Array): OpenedBook {
	if (bytes.length > MOST_MEGABYTES_OF_XLS * 1_000_000)
		throw new AppError('file.too-large', { most: MOST_MEGABYTES_OF_XLS });
	const { FullPaths: paths } = orDamaged(() => containers.read(bytes, { type: 'array' }));
	const holds = (stream: string): boolean =>
		paths.some((path) => path.toLowerCase().endsWith(`/${stream}`));
	if (holds('encryptedpackage')) throw new AppError('file.password');
	if (!holds('workbook') && !holds('book')) throw new AppError('file.not-a-table');
	const book = orDamaged(() => read(bytes, PARSING));
	return { book, hidden: hiddenSheets(book) };
}

async function readZippedBook(bytes: Uint8Array): Promise<OpenedBook> {
	const parts = await unzip(bytes, NEEDED);
	refuseOthers(parts);
	const plain = containers.utils.cfb_new({ root: 'R' });
	// The library asks for the styles of an .ods file, which need not have any.
	for (const [name, part] of new Map([[STYLES, EMPTY_STYLES], ...parts])) {
		containers.utils.cfb_add(plain, `/${name}`, settled(name, part));
	}
	const rewritten = containers.write(plain, { type: 'array', fileType: 'zip' });
	const book = orDamaged(() => read(rewritten, PARSING));
	const openDocument = parts.get(OPEN_DOCUMENT);
	if (!openDocument) return { book, hidden: hiddenSheets(book) };
	return { book, hidden: hiddenTables(new TextDecoder().decode(openDocument)) };
}

function hiddenSheets({ Workbook }: WorkBook): boolean[] {
	return (Workbook?.Sheets ?? []).map(({ Hidden }) => Boolean(Hidden));
}

function refuseOthers(parts: ReadonlyMap<string, Uint8Array>): void {
	const textOf = (name: string): string => new TextDecoder().decode(parts.get(name));
	if (textOf('META-INF/manifest.xml').includes('encryption-data'))
		throw new AppError('file.password');
	const isOpenDocument = textOf(OPEN_DOCUMENT).includes('office:spreadsheet');
	const isWorkbook = /spreadsheetml[^"']*main\+xml/i.test(textOf('[Content_Types].xml'));
	const isMacroBook = /ms-excel[^"']*main\+xml/i.test(textOf('[Content_Types].xml'));
	if (!isOpenDocument && !isWorkbook && !isMacroBook) throw new AppError('file.not-a-table');
}

function settled(name: string, part: Uint8Array): Uint8Array {
	const settle = name === OPEN_DOCUMENT ? settleOpenDocument : settleWorksheet;
	if (name !== OPEN_DOCUMENT && !WORKSHEET.test(name)) return part;
	return new TextEncoder().encode(settle(new TextDecoder().decode(part)));
}

/** The library throws errors and texts alike at whatever it cannot follow. */
function orDamaged<T>(parse: () => T): T {
	try {
		return parse();
	} catch (cause) {
		const isLocked = /password|encrypt/i.test(String(cause));
		throw Object.assign(new AppError(isLocked ? 'file.password' : 'file.damaged'), { cause });
	}
}
