import type { Cell, CellStyle } from 'hucre/xlsx';
import type { ReportBlock, ReportColumn, ReportTable } from '#lib/views/report.ts';
import { type BookGrid, type BookRow, ROW_HEIGHT } from './book-row.ts';
import { BOOK_STYLES, cellStyle } from './book-style.ts';
import { formatOfCell } from './chart-formats.ts';
import { linesOf } from './template-measures.ts';

/** A row without anything. */
export const BLANK_ROW: BookRow = { cells: [], height: ROW_HEIGHT };

const LINE = 14.25;
const PADDING = 3;
/** Slim letters: more of them fit than a column counts. */
const SLIM = 1.08;
const CAPTION_HEIGHT = 24;
const DEEPEST = 7;

/** The rows of a block; of a chart none, which hangs beside them. */
export function blockRows(block: ReportBlock, grid: BookGrid): BookRow[] {
	switch (block.kind) {
		case 'paragraph':
			return [textRow(wordsOf(block.parts), 'text', grid)];
		case 'list':
			return block.items.map((item) => textRow(`– ${wordsOf(item)}`, 'text', grid));
		case 'table':
			return tableRows(block.table, grid);
		case 'chart':
			return [];
	}
}

/** A row of words across the table, as high as they need. */
export function textRow(words: string, style: keyof typeof BOOK_STYLES, grid: BookGrid): BookRow {
	const letters = grid.widths.reduce((sum, width) => sum + width, 0);
	const lines = words
		.split('\n')
		.reduce((sum, line) => sum + linesOf(line, Math.floor(letters * SLIM)), 0);
	return {
		cells: [textCell(words, BOOK_STYLES[style])],
		height: Math.max(ROW_HEIGHT, lines * LINE + PADDING),
		isMerged: true
	};
}

/** A cell that holds words, whatever they begin with. */
export function textCell(value: string, style: CellStyle): Partial<Cell> {
	return { value, type: 'string', style };
}

function tableRows(table: ReportTable, grid: BookGrid): BookRow[] {
	const { columns, rows, caption } = table;
	const statuses = columns.flatMap((_, at) =>
		rows.some(({ cells }) => cells[at]?.status !== undefined) ? [at] : []
	);
	return [
		{ ...textRow(caption, 'caption', grid), height: CAPTION_HEIGHT },
		{
			cells: columns.map(({ title }) => textCell(title, BOOK_STYLES.head)),
			height: heightOf(
				columns,
				columns.map(({ title }) => title),
				grid
			),
			table: { rows: rows.length, statuses }
		},
		...rows.map(({ cells, depth }, at) => ({
			cells: tableCells(table, at, grid),
			height: heightOf(
				columns,
				cells.map(({ text, number }) => (number ? '' : text)),
				grid
			),
			...(depth > 0 && { outline: Math.min(DEEPEST, depth) })
		})),
		BLANK_ROW
	];
}

/** As high as the highest of its texts, each broken in its own column; codes are never broken. */
function heightOf(
	columns: readonly ReportColumn[],
	texts: readonly string[],
	{ widths }: BookGrid
): number {
	const lines = texts.map((text, at) =>
		columns[at]?.role === 'code' ? 1 : linesOf(text, Math.floor((widths[at] ?? 1) * SLIM) - 2)
	);
	return Math.max(ROW_HEIGHT, Math.max(...lines) * LINE + PADDING);
}

function tableCells(
	{ columns, rows }: ReportTable,
	at: number,
	{ nameColumn }: BookGrid
): Partial<Cell>[] {
	const { cells = [], depth = 0, isTotal = false } = rows[at] ?? {};
	return columns.map(({ align, role }, place) => {
		const { text = '', number } = cells[place] ?? {};
		const style = cellStyle({
			align,
			isTotal,
			isSmall: role === 'code',
			indent: place === nameColumn ? depth : align === 'left' ? 1 : 0,
			...(number && { format: formatOfCell(text, number) })
		});
		if (number) return { value: number.value, type: 'number', style };
		return text === '' ? { value: null, style } : textCell(text, style);
	});
}

function wordsOf(parts: readonly { text: string }[]): string {
	return parts.map(({ text }) => text).join('');
}
