import { type Cell, type ConditionalRule, rangeRef, type WriteSheet } from 'hucre/xlsx';
import { say } from '#lib/base/messages.ts';
import type { Report, ReportBlock, ReportColumn, ReportTable } from '#lib/views/report.ts';
import {
	chartPages,
	type ChartRoom,
	dataWidth,
	type PlacedChart,
	placeCharts
} from './book-charts.ts';
import { pageStarts, printRuns, sheetPaper } from './book-pages.ts';
import type { BookPaper } from './book-paper.ts';
import { type BookGrid, type BookRow, gridWidth, lettersOf, ROW_HEIGHT } from './book-row.ts';
import { BLANK_ROW, blockRows, textCell, textRow } from './book-rows.ts';
import type { BookSheet } from './book-sheets.ts';
import { BOOK_STYLES, DATA_LOOK, statusRules } from './book-style.ts';
import { columnLetters } from './chart-place.ts';
import { dataCells } from './chart-workbook.ts';

/** A sheet ready to be written, the charts that hang on it, and what of it is printed. */
export interface LaidSheet {
	sheet: WriteSheet;
	charts: readonly PlacedChart[];
	/** Its ranges that Excel knows by names of its own: what is printed, and what is repeated on each page. */
	ranges: readonly { name: string; range: string; scope: string }[];
}

const SHARE = 7.5;
const NARROWEST = 6;
const NUMBER_MARGIN = 2;
const CODE_WIDTH = 20;
const GAP_WIDTH = 3;
const DATA_WIDTHS = { name: 34, number: 14 };
const PLAIN_WIDTHS = [36, 15, 15, 15, 15, 15];
const CHART_WIDTH = 720;
/** Where charts begin on a sheet without one table that its rows are kept beside. */
const BELOW_HEAD = 2;

/**
 * A sheet of the report, laid out: heading, blocks, then what its letters mean and where its figures come from, with its
 * charts beside them; its one table's head stays in sight and is printed on each page.
 */
export function layOut(
	book: BookSheet,
	report: Report,
	{ leads }: { leads: readonly BookSheet[] }
): LaidSheet {
	const grid = gridOf(book.blocks);
	const rows = [
		...headRows(book, report, grid),
		...book.blocks.flatMap((block) => blockRows(block, grid)),
		...footRows(book, report, grid)
	];
	const links = leadRows(leads, report);
	const tables = rows.flatMap(({ table }, at) => (table ? [at] : []));
	const head = tables.length === 1 ? tables[0] : undefined;
	const repeated = head === undefined ? 0 : (rows[head]?.height ?? 0);
	const paper = sheetPaper(grid, rows);
	const room = {
		...{ rows, from: head === undefined ? BELOW_HEAD : head + 1, sheet: book.name },
		column: grid.widths.length + 1,
		width: Math.min(CHART_WIDTH, gridWidth(grid)),
		// A chart begins within a row: so much may be lost.
		most: paper.capacity - repeated - 2 * ROW_HEIGHT
	};
	const charts = placeCharts(book.blocks, room);
	const laid = { book, report, grid, paper, rows, charts, room, head };
	// Links lead nowhere on paper: they stand below what is printed.
	return {
		sheet: writtenSheet({ ...laid, rows: [...rows, ...links] }),
		charts,
		ranges: printRanges(laid)
	};
}

function gridOf(blocks: readonly ReportBlock[]): BookGrid {
	const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
	const count = Math.max(0, ...tables.map(({ columns }) => columns.length));
	if (count === 0) return { widths: PLAIN_WIDTHS, nameColumn: 0 };
	const widths = Array.from({ length: count }, (_, at) =>
		Math.max(
			NARROWEST,
			...tables.flatMap((table) => [columnWidth(table.columns[at]), numberWidth(table, at)])
		)
	);
	return { widths, nameColumn: (widths[1] ?? 0) > (widths[0] ?? 0) ? 1 : 0 };
}

function columnWidth(column: ReportColumn | undefined): number {
	if (column?.role === 'code') return CODE_WIDTH;
	return (column?.width ?? 0) * SHARE;
}

/** Numbers are never broken: one that is wider than its column, letters and verdict included, would be shown as `###`. */
function numberWidth({ rows }: ReportTable, at: number): number {
	const longest = rows.reduce((most, { cells }) => {
		const cell = cells[at];
		return Math.max(most, cell?.number ? cell.text.length : 0);
	}, 0);
	return longest + NUMBER_MARGIN;
}

function headRows({ title }: BookSheet, { head }: Report, grid: BookGrid): BookRow[] {
	const scope = [head.scope, head.boundaries].filter((words) => words !== undefined).join(' · ');
	return [{ ...textRow(title, 'title', grid), height: 26 }, textRow(scope, 'scope', grid)];
}

function leadRows(leads: readonly BookSheet[], { language }: Report): BookRow[] {
	if (leads.length === 0) return [];
	const links = leads.map(({ name }) => ({
		...textCell(name, BOOK_STYLES.link),
		hyperlink: { target: '', location: `${quoted(name)}!A1` }
	}));
	const title = textCell(say(language, 'office.sheets'), BOOK_STYLES.caption);
	return [
		BLANK_ROW,
		{ cells: [title], height: ROW_HEIGHT },
		...links.map((link) => ({ cells: [link], height: ROW_HEIGHT }))
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
	return [...lines, source, made].map((words) => textRow(words, 'note', grid));
}

interface Laid {
	book: BookSheet;
	report: Report;
	grid: BookGrid;
	paper: BookPaper;
	rows: readonly BookRow[];
	charts: readonly PlacedChart[];
	room: ChartRoom;
	/** The row of the head of the only table. */
	head: number | undefined;
}

function writtenSheet(laid: Laid): WriteSheet {
	const { book, report, grid, rows, head } = laid;
	const { orientation, scale, margins } = laid.paper;
	const across = grid.widths.length;
	return {
		name: book.name,
		columns: columnsOf(laid),
		rows: [],
		cells: cellsOf(laid),
		merges: rows.flatMap(({ isMerged }, row) =>
			isMerged ? [{ startRow: row, startCol: 0, endRow: row, endCol: across - 1 }] : []
		),
		rowDefs: new Map(
			rows.map(({ height, outline }, row) => [
				row,
				{ height, ...(outline !== undefined && { outlineLevel: outline }) }
			])
		),
		outlineProperties: { summaryBelow: false, summaryRight: false },
		conditionalRules: rulesOf(rows, report),
		...(head !== undefined && { freezePane: { rows: head + 1, columns: grid.nameColumn + 1 } }),
		view: { showGridLines: false },
		...(laid.charts.length === 0 && { rowBreaks: breaksOf(laid) }),
		pageSetup: { paperSize: 'a4', orientation, scale, margins },
		headerFooter: {
			oddHeader: `&L&9 ${marked(report.head.scope)}&R&9 ${marked(book.name)}`,
			oddFooter: '&R&9 &P/&N'
		}
	};
}

/** The last row of each page, from 0; charts beside the rows would be cut by them. */
function breaksOf({ rows, paper }: Laid): number[] {
	return pageStarts(rows, paper).map((row) => row - 1);
}

function columnsOf({ grid, charts, report }: Laid): { width: number }[] {
	const tables = grid.widths.map((width) => ({ width }));
	const [first] = charts;
	if (!first) return tables;
	const numbers = Math.max(0, dataWidth(charts, report.language) - 1);
	return [
		...[...tables, { width: GAP_WIDTH }, { width: lettersOf(first.width) }, { width: GAP_WIDTH }],
		{ width: DATA_WIDTHS.name },
		...Array.from({ length: numbers }, () => ({ width: DATA_WIDTHS.number }))
	];
}

function cellsOf({ rows, charts, report }: Laid): Map<string, Partial<Cell>> {
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

/** What is printed: the tables with their words, then the charts without their data; and what is repeated on each page. */
function printRanges({ book, grid, paper, rows, charts, room, head }: Laid): LaidSheet['ranges'] {
	const scope = book.name;
	const area = (columns: readonly [number, number], from: number, to: number): string => {
		const [left, right] = columns.map((column) => columnLetters(column));
		return `${quoted(scope)}!$${left}$${from + 1}:$${right}$${to + 1}`;
	};
	const whole = [{ from: 0, to: rows.length - 1 }];
	const runs = charts.length === 0 ? whole : printRuns(rows, paper);
	const areas = [
		...runs.map(({ from, to }) => area([0, grid.widths.length - 1], from, to)),
		...chartPages(charts, room).map(({ from, to }) => area([room.column, room.column], from, to))
	];
	const titles = head === undefined ? [] : [`${quoted(scope)}!$${head + 1}:$${head + 1}`];
	return [
		{ name: '_xlnm.Print_Area', range: areas.join(','), scope },
		...titles.map((range) => ({ name: '_xlnm.Print_Titles', range, scope }))
	];
}

/** A name that holds anything but letters would be no name of a sheet without quotes. */
function quoted(sheet: string): string {
	return `'${sheet.replaceAll("'", "''")}'`;
}

/** An ampersand begins a code in the header of a page. */
function marked(words: string): string {
	return words.replaceAll('&', '&&');
}
