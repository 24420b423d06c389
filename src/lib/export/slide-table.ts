import type { ReportCell, ReportRow, ReportTable } from '#lib/views/report.ts';
import {
	CELL_MARGIN,
	cellSize,
	columnForm,
	DEPTH_INDENT,
	type PageColumn
} from './slide-columns.ts';
import { linesHeight, linesIn } from './slide-measure.ts';

/** A part of a table that fits a slide. */
export interface TablePage {
	/** Which of the table's columns it shows, that with the names always. */
	columns: readonly PageColumn[];
	rows: readonly ReportRow[];
	/** Of its letters, in points. */
	size: number;
	/** Of its header and of each of its rows, in points. */
	heights: readonly number[];
}

/** The room for a table, in points. */
export interface TableRoom {
	width: number;
	height: number;
	/** On the first slide, where something stands above the table. */
	firstHeight?: number;
}

/** The table in parts that fit a slide: as many rows as there is height for, shared out evenly, the header over each. */
export function tablePages(table: ReportTable, room: TableRoom): TablePage[] {
	const { groups, size } = columnForm(table, room.width);
	return groups.flatMap((columns, place) => {
		const rows = table.rows.map((row) => ({ row, height: rowHeight(row, columns, size) }));
		const header = headerHeight(columns, size);
		const first = (place === 0 ? room.firstHeight : undefined) ?? room.height;
		const pages = evenPages(rows, { first: first - header, other: room.height - header });
		return pages.map((page) => ({
			...{ columns, size },
			rows: page.map(({ row }) => row),
			heights: [header, ...page.map(({ height }) => height)]
		}));
	});
}

/** The height of a part of a table, in points. */
export function pageHeight({ heights }: TablePage): number {
	return heights.reduce((sum, each) => sum + each, 0);
}

/** True where a row says one thing alone: the name of the group of rows below it. */
export function isGroup({ cells }: ReportRow, columns: readonly PageColumn[]): boolean {
	return columns.length > 1 && columns.filter(({ at }) => cells[at]?.text).length === 1;
}

interface MeasuredRow {
	row: ReportRow;
	height: number;
}

interface PageRoom {
	first: number;
	other: number;
}

/** As many pages as are needed, none much emptier than the others. */
function evenPages(rows: readonly MeasuredRow[], room: PageRoom): MeasuredRow[][] {
	const needed = filledPages(rows, room);
	for (const share of SHARES) {
		const height = room.other * share;
		const tried = filledPages(rows, { first: Math.min(room.first, height), other: height });
		if (tried.length === needed.length) return tried;
	}
	return needed;
}

const SHARES = [0.5, 0.6, 0.7, 0.8, 0.9];

/** Rows page by page, each filled; the name of a group never stands last. */
function filledPages(rows: readonly MeasuredRow[], { first, other }: PageRoom): MeasuredRow[][] {
	const pages: MeasuredRow[][] = [];
	let left = 0;
	for (const [place, measured] of rows.entries()) {
		const next = rows[place + 1];
		const names = next && measured.row.isTotal && place > 0 ? next.height : 0;
		const page = pages.at(-1);
		if (page && measured.height + names <= left) page.push(measured);
		else {
			left = pages.length === 0 ? first : other;
			pages.push([measured]);
		}
		left -= measured.height;
	}
	return pages;
}

function headerHeight(columns: readonly PageColumn[], size: number): number {
	return tallest(
		columns.map(({ column, width }) => ({
			text: column.title,
			size: cellSize(column, size),
			isBold: true,
			width
		}))
	);
}

function rowHeight(
	{ cells, depth, isTotal }: ReportRow,
	columns: readonly PageColumn[],
	size: number
): number {
	if (isGroup({ cells, depth }, columns)) {
		const text = columns.map(({ at }) => shownText(cells[at])).join('');
		const width = columns.reduce((sum, each) => sum + each.width, 0);
		return tallest([{ text, size, isBold: true, width }]);
	}
	return tallest(
		columns.map(({ column, at, width, isName }) => ({
			text: shownText(cells[at]),
			size: cellSize(column, size),
			isBold: isTotal ?? false,
			width: isName ? width - depth * DEPTH_INDENT : width
		}))
	);
}

function shownText(cell: ReportCell | undefined): string {
	return cell?.text ?? '';
}

function tallest(
	cells: readonly { text: string; size: number; isBold: boolean; width: number }[]
): number {
	const heights = cells.map(({ width, ...set }) =>
		linesHeight(linesIn(set, width - 2 * CELL_MARGIN.side), set.size)
	);
	return Math.max(...heights) + 2 * CELL_MARGIN.above;
}
