import type { Cell, CellStyle } from 'hucre/xlsx';
import { say } from '#lib/base/messages.ts';
import type { Language } from '#lib/base/language.ts';
import type { ReportBlock, ReportChart, ReportTable } from '#lib/views/report.ts';
import { type BookGrid, type BookRow, gridWidth } from './book-row.ts';
import { BOOK_STYLES, cellStyle } from './book-style.ts';
import { formatOfCell } from './chart-formats.ts';
import { chartHeight } from './chart-look.ts';
import { linesOf } from './template-measures.ts';

/** What the rows of a block depend on. */
export interface RowsGround {
	grid: BookGrid;
	language: Language;
}

/** The letters of a chart on a sheet, in points. */
export const CHART_SIZE = 10;

const LINE = 15;
/** Slim letters: more of them fit than a column counts. */
const SLIM = 1.08;
const CHART_WIDTH = 720;
const DEEPEST = 7;
const BLANK: BookRow = { cells: [] };

/** The rows of a block. */
export function blockRows(block: ReportBlock, ground: RowsGround): BookRow[] {
	switch (block.kind) {
		case 'paragraph':
			return [textRow(wordsOf(block.parts), 'text', ground)];
		case 'list':
			return block.items.map((item) => textRow(`– ${wordsOf(item)}`, 'text', ground));
		case 'table':
			return tableRows(block.table, ground);
		case 'chart':
			return chartRows(block.chart, ground);
	}
}

/** A row of words across the sheet, as high as they need. */
export function textRow(
	words: string,
	style: keyof typeof BOOK_STYLES,
	{ grid }: Pick<RowsGround, 'grid'>
): BookRow {
	const letters = grid.widths.reduce((sum, width) => sum + width, 0);
	const lines = words.split('\n').map((line) => linesOf(line, letters * SLIM));
	const height = lines.reduce((sum, count) => sum + count, 0) * LINE + 3;
	return { cells: [textCell(words, BOOK_STYLES[style])], height, isMerged: true };
}

/** A cell that holds words, whatever they begin with. */
export function textCell(value: string, style: CellStyle): Partial<Cell> {
	return { value, type: 'string', style };
}

/** How wide the chart of that width at most is drawn on a sheet, in points. */
export function chartWidth(grid: BookGrid): number {
	return Math.min(CHART_WIDTH, gridWidth(grid));
}

function tableRows(table: ReportTable, ground: RowsGround): BookRow[] {
	const statuses = table.columns.flatMap((_, at) =>
		table.rows.some(({ cells }) => cells[at]?.status !== undefined) ? [at] : []
	);
	const head = table.columns.map(({ title }) => textCell(title, BOOK_STYLES.head));
	return [
		{ ...textRow(table.caption, 'caption', ground), height: LINE * 1.5 },
		{ cells: head, table: { rows: table.rows.length, statuses } },
		...table.rows.map(({ depth }, at) => ({
			cells: tableCells(table, at, ground),
			...(depth > 0 && { outline: Math.min(DEEPEST, depth) })
		})),
		BLANK
	];
}

function tableCells(
	{ columns, rows }: ReportTable,
	at: number,
	{ grid }: RowsGround
): Partial<Cell>[] {
	const { cells = [], depth = 0, isTotal = false } = rows[at] ?? {};
	return columns.map(({ align, role }, place) => {
		const { text = '', number } = cells[place] ?? {};
		const style = cellStyle({
			align,
			isTotal,
			isSmall: role === 'code',
			indent: place === grid.nameColumn ? depth : 0,
			...(number && { format: formatOfCell(text, number) })
		});
		if (number) return { value: number.value, type: 'number', style };
		return text === '' ? { value: null, style } : textCell(text, style);
	});
}

/** The chart over its own data, which it is drawn from. */
function chartRows(chart: ReportChart, { grid, language }: RowsGround): BookRow[] {
	const height = chartHeight(chart, { width: chartWidth(grid), size: CHART_SIZE });
	const code = chart.trace === undefined ? '' : ` [${chart.trace}]`;
	const reserved = Math.ceil(height / LINE);
	const heading = say(language, 'office.chart-data', { caption: chart.caption });
	return [
		{ ...textRow(chart.caption + code, 'caption', { grid }), height: LINE * 1.5 },
		{ cells: [], height: LINE, chart: { chart, height } },
		...Array.from({ length: reserved }, () => ({ cells: [], height: LINE })),
		{ ...textRow(heading, 'note', { grid }), outline: 1 },
		{ cells: [], data: chart, outline: 1 },
		...chart.categories.map(() => ({ cells: [], outline: 1 })),
		BLANK
	];
}

function wordsOf(parts: readonly { text: string }[]): string {
	return parts.map(({ text }) => text).join('');
}
