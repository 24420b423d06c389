import type { ReportCell, ReportColumn, ReportRow, ReportTable } from '#lib/views/report.ts';
import { linesHeight, linesIn } from './slide-measure.ts';
import { textWidth } from './text-width.ts';

/** A part of a table that fits a slide. */
export interface TablePage {
	/** Which of the table's columns it shows, the first always, with their widths in points. */
	columns: readonly { column: ReportColumn; at: number; width: number }[];
	rows: readonly ReportRow[];
	/** Of its letters, in points. */
	size: number;
	/** Of its header and of each of its rows, in points. */
	heights: readonly number[];
}

/** The room for a table, in points. */
export interface TableRoom {
	width: number;
	/** On the first slide that it takes, and on the others. */
	height: number;
	firstHeight?: number;
}

/** What stands around the text of a cell, in points. */
export const CELL_MARGIN = { side: 6, above: 3 };
/** Of the letters of a trace code, in points. */
export const CODE_SIZE = 10;
/** Points that a unit stands in from the one above it. */
export const DEPTH_INDENT = 12;

const SIZES = [18, 16, 14] as const;
const BOLD = 1.08;
/** A title stands on so many lines, of which none is just half of it. */
const TITLE_LINES = 2;
const UNEVEN = 1.2;
const MOST_OF_FIRST = 0.42;
const LEAST_OF_FIRST = 0.2;

/**
 * The table in parts that fit a slide: as many rows as there is height for, the header over each; where even small letters do
 * not let all columns stand beside each other, groups of columns, each with the first.
 */
export function tablePages(table: ReportTable, room: TableRoom): TablePage[] {
	const size = SIZES.find((each) => naturalWidth(table, each) <= room.width) ?? SIZES[2];
	return columnGroups(table, size, room.width).flatMap((group, place) => {
		const columns = fitted(table, { group, size, width: room.width });
		const heights = {
			first: (place === 0 ? room.firstHeight : undefined) ?? room.height,
			other: room.height
		};
		return rowGroups(table.rows, { columns, size, heights });
	});
}

/** The height of a part of a table, in points. */
export function pageHeight({ heights }: TablePage): number {
	return heights.reduce((sum, each) => sum + each, 0);
}

/** The size of the letters of a column's cells. */
export function cellSize({ role }: ReportColumn, size: number): number {
	return role === 'code' ? CODE_SIZE : size;
}

function naturalWidth(table: ReportTable, size: number): number {
	return table.columns.reduce((sum, _, at) => sum + columnWidth(table, at, size), 0);
}

/** The width in which a column's cells stand on one line and its title on as many as it has words; names may break. */
function columnWidth({ columns, rows }: ReportTable, at: number, size: number): number {
	const column = columns[at];
	if (!column) return 0;
	const own = cellSize(column, size);
	const titleWidth = Math.max(
		wordWidth(column.title, own) * BOLD,
		(textWidth(column.title, own) * BOLD * UNEVEN) / TITLE_LINES
	);
	const breaks = column.align === 'left' && column.role !== 'code';
	const texts = rows.map(({ cells }) => cells[at]?.text ?? '');
	const widest = Math.max(
		0,
		...texts.map((text) =>
			breaks
				? Math.min(textWidth(text, own), Math.max(own * 11, wordWidth(text, own)))
				: textWidth(text, own) * 1.05
		)
	);
	return Math.max(titleWidth, widest) + 2 * CELL_MARGIN.side;
}

function wordWidth(text: string, size: number): number {
	return Math.max(...text.split(/\s+/).map((word) => textWidth(word, size)));
}

function columnGroups(table: ReportTable, size: number, width: number): number[][] {
	const widths = table.columns.map((_, at) => columnWidth(table, at, size));
	const first = Math.max(widths[0] ?? 0, width * LEAST_OF_FIRST);
	const groups: number[][] = [];
	let left = 0;
	for (const at of table.columns.keys()) {
		if (at === 0) continue;
		const needed = widths[at] ?? 0;
		const group = groups.at(-1);
		if (group && needed <= left) group.push(at);
		else {
			groups.push([0, at]);
			left = width - first;
		}
		left -= needed;
	}
	return groups.length > 0 ? groups : [[0]];
}

/** The columns of a group with what is left of the width given to the first, then to all by their share. */
function fitted(
	table: ReportTable,
	{ group, size, width }: { group: readonly number[]; size: number; width: number }
): TablePage['columns'] {
	const columns = group.flatMap((at) => {
		const column = table.columns[at];
		return column ? [{ column, at, width: columnWidth(table, at, size) }] : [];
	});
	const spare = width - columns.reduce((sum, each) => sum + each.width, 0);
	const [first] = columns;
	if (!first || spare <= 0) return columns;
	const longest = Math.max(
		...table.rows.map(
			({ cells, depth }) =>
				textWidth(cells[0]?.text ?? '', size) * 1.06 + depth * DEPTH_INDENT + 2 * CELL_MARGIN.side
		)
	);
	const wanted = Math.min(longest, width * MOST_OF_FIRST) - first.width;
	const toFirst = Math.min(spare, Math.max(0, wanted));
	const shared = columns.filter(({ column }) => column.role !== 'code');
	const each = (spare - toFirst) / shared.length;
	return columns.map((one) => ({
		...one,
		width: one.width + (one === first ? toFirst : 0) + (one.column.role === 'code' ? 0 : each)
	}));
}

interface PageForm {
	columns: TablePage['columns'];
	size: number;
	heights: { first: number; other: number };
}

function rowGroups(rows: readonly ReportRow[], form: PageForm): TablePage[] {
	const { columns, size, heights } = form;
	const header = headerHeight(columns, size);
	const pages: { rows: ReportRow[]; heights: number[] }[] = [{ rows: [], heights: [header] }];
	let left = heights.first - header;
	for (const row of rows) {
		const height = rowHeight(row, columns, size);
		const page = pages.at(-1);
		if (page && (height <= left || page.rows.length === 0)) {
			page.rows.push(row);
			page.heights.push(height);
		} else {
			pages.push({ rows: [row], heights: [header, height] });
			left = heights.other - header;
		}
		left -= height;
	}
	return pages.map((page) => ({ columns, size, ...page }));
}

function headerHeight(columns: TablePage['columns'], size: number): number {
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
	columns: TablePage['columns'],
	size: number
): number {
	return tallest(
		columns.map(({ column, at, width }) => ({
			text: shownText(cells[at]),
			size: cellSize(column, size),
			isBold: isTotal ?? false,
			width: at === 0 ? width - depth * DEPTH_INDENT : width
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
