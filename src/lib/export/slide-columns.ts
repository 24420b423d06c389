import type { ReportColumn, ReportTable } from '#lib/views/report.ts';
import { lowRows } from './low-rows.ts';
import { textWidth } from './text-width.ts';

/** A column of a table on a slide. */
export interface PageColumn {
	column: ReportColumn;
	/** Its place in the table. */
	at: number;
	/** In points. */
	width: number;
	/** True where the rows are named, each standing in as deep as its unit lies. */
	isName: boolean;
}

/** What stands around the text of a cell, in points. */
export const CELL_MARGIN = { side: 6, above: 3 };
/** Of the letters of a trace code, in points. */
const CODE_SIZE = 10;
/** Points that a unit stands in from the one above it. */
export const DEPTH_INDENT = 12;

/** A number or a status never breaks, whatever the font. */
const SURE = 1.06;
/** A title stands on so many lines, of which none is just half of it. */
const TITLE_LINES = 2;
const UNEVEN = 1.2;
const SPLIT_SIZE = 16;
const BOLD = 1.1;
/** How many times its size a text is wide before it breaks; names, which many rows have, rather later. */
const EASY: Breadth = { text: 11, name: 14 };
/** The same where the room is then given to those that need it most. */
const LEAST: Breadth = { text: 6, name: 8 };

interface Breadth {
	text: number;
	name: number;
}

/** How a table's columns stand on slides: their groups, one for each run of slides, and the size of the letters. */
export interface ColumnForm {
	groups: readonly (readonly PageColumn[])[];
	size: number;
}

/**
 * Where not all columns stand beside each other, first the codes, the numbers of the rows and the counts that a ratio is made
 * of are left to the other formats and the notes, then letters get smaller, then groups of columns follow each other, each
 * with the names.
 */
export function columnForm(table: ReportTable, width: number): ColumnForm {
	const form = forms(table).find(
		({ columns, size }) => naturalWidth(table, columns, size) <= width
	);
	const groups = form ? [form.columns] : columnGroups(table, SPLIT_SIZE, width);
	const size = form?.size ?? SPLIT_SIZE;
	return { groups: groups.map((group) => fitted(table, { group, size, width })), size };
}

/** The size of the letters of a column's cells. */
export function cellSize({ role }: ReportColumn, size: number): number {
	return role === 'code' ? CODE_SIZE : size;
}

/** The place of the column with the names of the rows: the first that is set to the left. */
export function nameColumn({ columns }: Pick<ReportTable, 'columns'>): number {
	return Math.max(
		0,
		columns.findIndex(({ align }) => align === 'left')
	);
}

/** Which columns at which size, the best first. */
function forms(table: ReportTable): { columns: number[]; size: number }[] {
	const all = [...table.columns.keys()];
	const uncoded = all.filter((at) => table.columns[at]?.role !== 'code');
	const unnumbered = uncoded.filter((at) => at >= nameColumn(table));
	const parts = partColumns(table);
	const whole = unnumbered.filter((at) => !parts.has(at));
	const sized = (columns: number[], size: number): { columns: number[]; size: number } => ({
		...{ columns, size }
	});
	return [
		...[all, uncoded, unnumbered].map((columns) => sized(columns, 18)),
		...[sized(unnumbered, 16), sized(whole, 18), sized(whole, 16)],
		...[unnumbered, whole].map((columns) => sized(columns, 14))
	];
}

/** The columns of counts before a column of ratios: what the ratios are made of. */
function partColumns({ columns, rows }: ReportTable): ReadonlySet<number> {
	const holds = (at: number, unit: string): boolean =>
		rows.some(({ cells }) => cells[at]?.number?.unit === unit);
	const ratio = [...columns.keys()].find((at) => holds(at, 'ratio')) ?? 0;
	const first = nameColumn({ columns }) + 1;
	return new Set(
		[...columns.keys()].filter((at) => at >= first && at < ratio && holds(at, 'count'))
	);
}

function naturalWidth(table: ReportTable, columns: readonly number[], size: number): number {
	return columns.reduce((sum, at) => sum + columnWidth(table, at, { size, breadth: EASY }), 0);
}

/** The width in which a column's cells stand on one line and its title on as many as it has words; names may break. */
function columnWidth(
	{ columns, rows }: ReportTable,
	at: number,
	{ size, breadth }: { size: number; breadth: Breadth }
): number {
	const column = columns[at];
	if (!column) return 0;
	const own = cellSize(column, size);
	const titleWidth = Math.max(
		wordWidth(column.title, own) * BOLD,
		(textWidth(column.title, own) * UNEVEN) / TITLE_LINES
	);
	const broad = at === nameColumn({ columns }) ? breadth.name : breadth.text;
	const breaks = column.align === 'left' && column.role !== 'code';
	const texts = rows.map(({ cells }) => cells[at]?.text ?? '');
	const widest = Math.max(
		0,
		...texts.map((text) =>
			breaks
				? Math.min(textWidth(text, own), Math.max(own * broad, wordWidth(text, own)))
				: textWidth(text, own) * SURE
		)
	);
	return Math.max(titleWidth, widest) + 2 * CELL_MARGIN.side;
}

function wordWidth(text: string, size: number): number {
	return Math.max(...text.split(/\s+/).map((word) => textWidth(word, size)));
}

/** The columns in groups that fit, the names in each; codes and numbers of rows in none. */
function columnGroups(table: ReportTable, size: number, width: number): number[][] {
	const name = nameColumn(table);
	const nameWidth = columnWidth(table, name, { size, breadth: EASY });
	const groups: number[][] = [];
	let left = 0;
	for (const [at, { role }] of table.columns.entries()) {
		if (at <= name || role === 'code') continue;
		const needed = columnWidth(table, at, { size, breadth: EASY });
		const group = groups.at(-1);
		if (group && needed <= left) group.push(at);
		else {
			groups.push([name, at]);
			left = width - nameWidth;
		}
		left -= needed;
	}
	return groups.length > 0 ? groups : [[name]];
}

/** The columns of a group, widened so that the rows are low; what is left goes to all by the same share. */
function fitted(
	table: ReportTable,
	{ group, size, width }: { group: readonly number[]; size: number; width: number }
): PageColumn[] {
	const name = nameColumn(table);
	const columns = group.flatMap((at) => {
		const column = table.columns[at];
		const least = columnWidth(table, at, { size, breadth: LEAST });
		return column ? [{ column, at, width: least, isName: at === name }] : [];
	});
	const isShared = ({ column: { role }, at }: PageColumn): boolean => role !== 'code' && at >= name;
	const widths = lowRows({
		widths: columns.map((each) => each.width),
		texts: columns.map((each) => (isShared(each) ? textWidths(table, each, size) : [])),
		padding: 2 * CELL_MARGIN.side,
		width
	});
	const spare = width - widths.reduce((sum, each) => sum + each, 0);
	const share = Math.max(0, spare) / columns.filter(isShared).length;
	return columns.map((each, place) => ({
		...each,
		width: (widths[place] ?? 0) + (isShared(each) ? share : 0)
	}));
}

function textWidths({ rows }: ReportTable, { at, isName }: PageColumn, size: number): number[] {
	return rows.map(
		({ cells, depth }) =>
			textWidth(cells[at]?.text ?? '', size) * SURE + (isName ? depth * DEPTH_INDENT : 0)
	);
}
