import { AppError } from '#lib/base/app-error.ts';
import { MOST } from './bounds.ts';

/** The tags of tables, rows and cells, each as the reader finds them, well formed or not. */
const TAG =
	/<(\/?)(?:[^\s?><!/:"]*:)?(table|工作表|table-row|行|(?:covered-)?table-cell|数据)(?:_[^\s?<>:/"]*)?(?:\s+[^<>=?"'\s]+="[^"]*?")*\s*\/?>/g;
const ROWS = /number-rows-repeated[^\s="]*\s*=\s*["']?([^\s"'>]*)/gi;
const COLUMNS = /number-columns-repeated[^\s="]*\s*=\s*["']?([^\s"'>]*)/gi;
/** A row that says its own number, in a sister format that the reader reads too. */
const NUMBERED = /行号/;
const HOLDS_VALUE = /value-type|数据类型/i;

/** Where the reader stands: row and column from 0, and how often the last row and cell are repeated. */
interface Place {
	row: number;
	column: number;
	rows: number;
	columns: number;
}

const START: Place = { row: 0, column: -1, rows: 1, columns: 1 };

/**
 * Walks the rows and cells in the XML of an .ods file as its reader does, which lays out the last cell at every closing
 * tag, even one that nothing opened. Throws AppError `file.too-many-cells` (`most`) where they come to more, each
 * counted as often as it is repeated; `file.too-many-rows` and `file.too-many-columns` where one lies further out than
 * a table reaches; `file.damaged` for rows that say their numbers.
 */
export function checkRepeats(xml: string): void {
	let cells = 0;
	let at = START;
	for (const [tag, slash, element = ''] of xml.matchAll(TAG)) {
		const isEnd = slash === '/';
		if (element === 'table' || element === '工作表') at = isEnd ? at : atTable(at, tag);
		else if (element === 'table-row' || element === '行') at = afterRow(at, tag, isEnd);
		else {
			const isWhole = tag.endsWith('/>') || element.startsWith('covered');
			if (isEnd && !isWhole) {
				refuseFar(at, (cells += at.rows * at.columns));
				at = { ...at, column: at.column + at.columns - 1 };
				continue;
			}
			at = { ...at, column: at.column + 1, columns: repeats(tag, COLUMNS) };
			if (!isWhole) continue;
			if (HOLDS_VALUE.test(tag)) refuseFar({ ...at, rows: 1, columns: 1 }, (cells += 1));
			at = { ...at, column: at.column + at.columns - 1 };
		}
	}
}

/** Within a row that is repeated the reader goes on to repeat what it finds. */
function atTable(at: Place, tag: string): Place {
	return tag.endsWith('/>') ? at : { ...at, row: START.row, column: START.column };
}

function afterRow(at: Place, tag: string, isEnd: boolean): Place {
	if (isEnd) return { ...at, row: at.row + at.rows, rows: 1 };
	if (NUMBERED.test(tag)) throw new AppError('file.damaged');
	return { ...at, column: -1, rows: repeats(tag, ROWS) };
}

/** The most that the reader may take the tag to say, and at least 1. */
function repeats(tag: string, attribute: RegExp): number {
	if (!/repeated/i.test(tag)) return 1;
	return Array.from(tag.matchAll(attribute), ([, value = '']) =>
		Math.max(Number(value) || 1, Number.parseInt(value, 10) || 1)
	).reduce((most, each) => Math.max(most, each), 1);
}

function refuseFar({ row, column, rows, columns }: Place, cells: number): void {
	if (cells > MOST.writtenCells)
		throw new AppError('file.too-many-cells', { most: MOST.writtenCells });
	if (row + rows > MOST.rows) throw new AppError('file.too-many-rows', { most: MOST.rows });
	if (column + columns > MOST.columns)
		throw new AppError('file.too-many-columns', { most: MOST.columns });
}
