import { type Cell, type ConditionalRule, type WriteSheet, rangeRef } from 'hucre/xlsx';
import { say } from '#lib/base/messages.ts';
import type { Report, ReportBlock, ReportChart, ReportColumn } from '#lib/views/report.ts';
import { type BookGrid, type BookRow } from './book-row.ts';
import { blockRows, chartWidth, textCell, textRow } from './book-rows.ts';
import type { BookSheet } from './book-sheets.ts';
import { BOOK_STYLES, DATA_LOOK, statusRules } from './book-style.ts';
import type { ChartPlace } from './chart-place.ts';
import { dataCells } from './chart-workbook.ts';

/** A sheet ready to be written, and the charts that hang on it. */
export interface LaidSheet {
	sheet: WriteSheet;
	charts: readonly PlacedChart[];
}

/** A chart on a sheet. */
export interface PlacedChart {
	chart: ReportChart;
	/** The row and the column of its upper left corner, from 0. */
	row: number;
	column: number;
	/** In points. */
	width: number;
	/** In points. */
	height: number;
	/** Where its data stand. */
	place: ChartPlace;
}

const SHARE = 7.5;
const NARROWEST = 6;
const CODE_WIDTH = 20;
const PLAIN_WIDTHS = [36, 15, 15, 15, 15, 15];
const PORTRAIT = 95;

/**
 * A sheet of the report, laid out: heading, blocks, then what its letters mean and where its figures come from; its one
 * table's head stays in sight and is printed on each page.
 */
export function layOut(
	book: BookSheet,
	report: Report,
	{ leads }: { leads: readonly BookSheet[] }
): LaidSheet {
	const grid = gridOf(book.blocks);
	const rows = [
		...headRows(book, report, grid),
		...book.blocks.flatMap((block) => blockRows(block, { grid, language: report.language })),
		...leadRows(leads, report),
		...footRows(book, report, grid)
	];
	const charts = placeCharts(rows, { grid, sheet: book.name });
	return { sheet: writtenSheet(rows, { book, report, grid, charts }), charts };
}

function gridOf(blocks: readonly ReportBlock[]): BookGrid {
	const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
	const count = Math.max(0, ...tables.map(({ columns }) => columns.length));
	if (count === 0) return { widths: PLAIN_WIDTHS, nameColumn: 0 };
	const widths = Array.from({ length: count }, (_, at) =>
		Math.max(NARROWEST, ...tables.map(({ columns }) => columnWidth(columns[at])))
	);
	return { widths, nameColumn: (widths[1] ?? 0) > (widths[0] ?? 0) ? 1 : 0 };
}

function columnWidth(column: ReportColumn | undefined): number {
	if (column?.role === 'code') return CODE_WIDTH;
	return (column?.width ?? 0) * SHARE;
}

function headRows({ title }: BookSheet, { head }: Report, grid: BookGrid): BookRow[] {
	const scope = [head.scope, head.boundaries].filter((words) => words !== undefined).join(' · ');
	return [{ ...textRow(title, 'title', { grid }), height: 26 }, textRow(scope, 'scope', { grid })];
}

function leadRows(leads: readonly BookSheet[], { language }: Report): BookRow[] {
	if (leads.length === 0) return [];
	const links = leads.map(({ name }) => ({
		...textCell(name, BOOK_STYLES.link),
		hyperlink: { target: '', location: `'${name.replaceAll("'", "''")}'!A1` }
	}));
	return [
		{ cells: [textCell(say(language, 'office.sheets'), BOOK_STYLES.caption)] },
		...links.map((link) => ({ cells: [link] })),
		{ cells: [] }
	];
}

/** The letters that stand on this sheet, and the sources of its figures. */
function footRows({ blocks }: BookSheet, report: Report, grid: BookGrid): BookRow[] {
	const { language, letters, source, head } = report;
	const written = JSON.stringify(blocks);
	const lines = letters
		.filter(({ letter }) => written.includes(`[${letter}]`))
		.map(({ letter, meaning }) => `[${letter}] ${meaning}`);
	const made = say(language, 'office.made', { day: head.made });
	return [...lines, source, made].map((words) => textRow(words, 'note', { grid }));
}

function placeCharts(
	rows: readonly BookRow[],
	{ grid, sheet }: { grid: BookGrid; sheet: string }
): PlacedChart[] {
	return rows.flatMap(({ chart: hung }, row) => {
		if (!hung) return [];
		const data = rows.findIndex(({ data }, at) => at > row && data === hung.chart);
		const place = { sheet, row: data, column: grid.nameColumn };
		const { chart, height } = hung;
		return [{ chart, row, column: 0, width: chartWidth(grid), height, place }];
	});
}

interface Written {
	book: BookSheet;
	report: Report;
	grid: BookGrid;
	charts: readonly PlacedChart[];
}

function writtenSheet(
	rows: readonly BookRow[],
	{ book, report, grid, charts }: Written
): WriteSheet {
	const tables = rows.flatMap(({ table }, at) => (table ? [at] : []));
	const head = tables.length === 1 ? tables[0] : undefined;
	const letters = grid.widths.reduce((sum, width) => sum + width, 0);
	return {
		name: book.name,
		columns: grid.widths.map((width) => ({ width })),
		rows: [],
		cells: cellsOf(rows, { charts, report }),
		merges: rows.flatMap(({ isMerged }, row) =>
			isMerged ? [{ startRow: row, startCol: 0, endRow: row, endCol: grid.widths.length - 1 }] : []
		),
		rowDefs: new Map(
			rows.flatMap(({ height, outline }, row) =>
				height === undefined && outline === undefined
					? []
					: [[row, { ...(height && { height }), ...(outline && { outlineLevel: outline }) }]]
			)
		),
		outlineProperties: { summaryBelow: false, summaryRight: false },
		conditionalRules: rulesOf(rows, report),
		...(head !== undefined && {
			freezePane: { rows: head + 1, columns: grid.nameColumn + 1 }
		}),
		view: { showGridLines: false },
		pageSetup: {
			...{ paperSize: 'a4', orientation: letters > PORTRAIT ? 'landscape' : 'portrait' },
			...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true },
			margins: { top: 0.8, bottom: 0.7, left: 0.5, right: 0.5, header: 0.4, footer: 0.35 },
			...(head !== undefined && { printTitlesRow: `$${head + 1}:$${head + 1}` })
		},
		headerFooter: {
			oddHeader: `&L&9 ${marked(report.head.scope)}&R&9 ${marked(book.name)}`,
			oddFooter: '&R&9 &P/&N'
		}
	};
}

function cellsOf(
	rows: readonly BookRow[],
	{ charts, report }: { charts: readonly PlacedChart[]; report: Report }
): Map<string, Partial<Cell>> {
	return new Map([
		...rows.flatMap(({ cells }, row) =>
			cells.flatMap((cell, column): [string, Partial<Cell>][] =>
				cell ? [[`${row},${column}`, cell]] : []
			)
		),
		...charts.flatMap(({ chart, place }) => [
			...dataCells(chart, { place, language: report.language, look: DATA_LOOK })
		])
	]);
}

function rulesOf(rows: readonly BookRow[], { language }: Report): ConditionalRule[] {
	return rows.flatMap(({ table }, row) =>
		(table?.statuses ?? []).flatMap((column) =>
			statusRules(rangeRef(row + 1, column, row + (table?.rows ?? 0), column), language)
		)
	);
}

/** An ampersand begins a code in the header of a page. */
function marked(words: string): string {
	return words.replaceAll('&', '&&');
}
