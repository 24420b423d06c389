import { AppError } from '#lib/base/app-error.ts';
import { MOST } from './bounds.ts';
import type { Grid } from './grid.ts';
import { openDocumentLayouts } from './open-document-layout.ts';
import { readWorkbook } from './open-workbook.ts';
import { readContainer } from './read-container.ts';
import { settleOpenDocument, withoutComments } from './settle-open-document.ts';
import { settleRecords } from './settle-records.ts';
import { sheetCells } from './sheet-cells.ts';
import { sheetGrid, withinBounds } from './sheet-grid.ts';
import { type CellReading, objectReader } from './spreadsheet-cell.ts';
import { type OpenedBook, parseOldBook, parseParts } from './spreadsheet-library.ts';
import { unzip } from './unzip.ts';

/** No pictures, no macros, no comments, no kept copies of other tables: what is not needed is not even unpacked. */
const NEEDED = /^(?!.*(?:comments|pivotCacheRecords)[^/]*$)(?!customXml\/).*\.(?:xml|rels)$/i;
const OPEN_DOCUMENT = 'content.xml';
const STYLES = 'styles.xml';
const EMPTY_STYLES = new TextEncoder().encode('<office:document-styles/>');

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
	if (bytes[0] === 0xd0) return readOldBook(bytes, reading);
	const parts = await unzip(bytes, NEEDED);
	refuseOthers(parts);
	return parts.has(OPEN_DOCUMENT) ? readOpenDocument(parts, reading) : readWorkbook(parts, reading);
}

/** A workbook of Excel 97–2003, or what else lies in such a container. */
function readOldBook(bytes: Uint8Array, reading: CellReading): Grid[] {
	if (bytes.length > MOST.megabytesOfXls * 1_000_000)
		throw new AppError('file.too-large', { most: MOST.megabytesOfXls });
	const { names, read } = readContainer(bytes);
	if (names.some((name) => name === 'encryptedpackage' || name === 'encryption'))
		throw new AppError('file.password');
	const name = ['workbook', 'book'].find((each) => names.includes(each));
	if (name === undefined) throw new AppError('file.not-a-table');
	const book = parseOldBook(settleRecords(read(name)));
	const hidden = (book.Workbook?.Sheets ?? []).map(({ Hidden }) => Boolean(Hidden));
	return gridsOf(book, reading).map((grid, place) => marked(grid, hidden[place] === true));
}

function readOpenDocument(parts: ReadonlyMap<string, Uint8Array>, reading: CellReading): Grid[] {
	const xml = withoutComments(new TextDecoder().decode(parts.get(OPEN_DOCUMENT)));
	const settled = new TextEncoder().encode(settleOpenDocument(xml));
	// The library asks for the styles of an .ods file, which need not have any.
	const book = parseParts(new Map([[STYLES, EMPTY_STYLES], ...parts, [OPEN_DOCUMENT, settled]]));
	const layouts = openDocumentLayouts(xml);
	return gridsOf(book, reading, layouts).map((grid, place) =>
		marked(grid, layouts[place]?.isHidden === true)
	);
}

function gridsOf(
	book: OpenedBook,
	reading: CellReading,
	layouts: ReturnType<typeof openDocumentLayouts> = []
): Grid[] {
	const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
	const cellOf = objectReader({ reading, date1904 });
	return withinBounds(book.SheetNames, (name, place): Grid => {
		const sheet = book.Sheets[name];
		if (!sheet) throw new AppError('file.damaged');
		const { hiddenRows, hiddenColumns } = layouts[place] ?? {};
		const cells = sheetCells(sheet['!type'] === 'chart' ? {} : sheet, cellOf);
		const layout = { ...(hiddenRows && { hiddenRows }), ...(hiddenColumns && { hiddenColumns }) };
		return { sheet: name.normalize('NFC'), ...sheetGrid({ ...cells, ...layout }) };
	});
}

function marked(grid: Grid, isHidden: boolean): Grid {
	return isHidden ? { ...grid, hidden: true } : grid;
}

function refuseOthers(parts: ReadonlyMap<string, Uint8Array>): void {
	const textOf = (name: string): string => new TextDecoder().decode(parts.get(name));
	if (textOf('META-INF/manifest.xml').includes('encryption-data'))
		throw new AppError('file.password');
	const isOpenDocument = textOf(OPEN_DOCUMENT).includes('office:spreadsheet');
	const isWorkbook = /spreadsheetml[^"'<>]{0,99}main\+xml/i.test(textOf('[Content_Types].xml'));
	const isMacroBook = /ms-excel[^"'<>]{0,99}main\+xml/i.test(textOf('[Content_Types].xml'));
	if (!isOpenDocument && !isWorkbook && !isMacroBook) throw new AppError('file.not-a-table');
}
