import type { Language } from '#lib/base/language.ts';
import { statusColours } from '#lib/views/palette.ts';
import type { ReportCell, ReportColumn, ReportRow } from '#lib/views/report.ts';
import { statusNamed } from './chart-colours.ts';
import { POINT } from './pptx-shape.ts';
import { textBody } from './pptx-text.ts';
import { bare } from './pptx-theme.ts';
import { CELL_MARGIN, cellSize, DEPTH_INDENT } from './slide-columns.ts';
import { isGroup, type TablePage } from './slide-table.ts';

/** By what DrawingML tells a table from a chart in a frame. */
export const TABLE_URI = 'http://schemas.openxmlformats.org/drawingml/2006/table';

/** A part of a table as DrawingML: header and lines that stand on black and white too, a status with its word in its colour. */
export function tableXml(page: TablePage, language: Language): string {
	const { columns, rows, size, heights } = page;
	const grid = columns.map(({ width }) => `<a:gridCol w="${emu(width)}"/>`).join('');
	const header = columns.map(({ column }) =>
		cellXml(textOf({ text: column.title }), {
			...{ column, size, language, isBold: true, line: 'tx1' },
			fill: 'bg2',
			anchor: 'b'
		})
	);
	const body = rows.map((row, place) => {
		const written = isGroup(row, columns) ? groupCells : rowCells;
		return rowXml(written(row, page, language), heights[place + 1] ?? 0);
	});
	return `<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${rowXml(header, heights[0] ?? 0)}${body.join('')}</a:tbl>`;
}

function rowCells(
	{ cells, depth, isTotal = false }: ReportRow,
	{ columns, size }: TablePage,
	language: Language
): string[] {
	const line = isTotal ? 'tx1' : 'bg1-dark';
	return columns.map(({ column, at, isName }) =>
		cellXml(textOf(cells[at]), {
			...{ column, size, language, isBold: isTotal, line },
			indent: isName ? depth * DEPTH_INDENT : 0
		})
	);
}

/** The name of a group of rows over the whole width. */
function groupCells(
	{ cells }: ReportRow,
	{ columns, size }: TablePage,
	language: Language
): string[] {
	const text = columns.map(({ at }) => cells[at]?.text ?? '').join('');
	const column: ReportColumn = { title: '', align: 'left', width: 1 };
	const look = { column, size, language, isBold: true, line: 'tx1' as const };
	const [first, ...others] = columns.map((_, place) =>
		cellXml(textOf({ text: place === 0 ? text : '' }), look)
	);
	return [
		(first ?? '').replace('<a:tc>', `<a:tc gridSpan="${columns.length}">`),
		...others.map((cell) => cell.replace('<a:tc>', '<a:tc hMerge="1">'))
	];
}

interface CellLook {
	column: ReportColumn;
	size: number;
	language: Language;
	isBold: boolean;
	line: 'tx1' | 'bg1-dark';
	fill?: string;
	anchor?: 'b';
	indent?: number;
}

interface CellText {
	text: string;
	colour?: string;
	isMarked: boolean;
}

function textOf(cell: Pick<ReportCell, 'text' | 'status' | 'number'> | undefined): CellText {
	const status = statusNamed(cell?.status);
	const text = cell?.text ?? '';
	if (!status) return { text, isMarked: false };
	return {
		text,
		colour: bare(statusColours(status, 'light').word),
		isMarked: cell?.number === undefined
	};
}

function cellXml(text: CellText, look: CellLook): string {
	const { column, size, language, isBold, fill, anchor = 'ctr', indent = 0 } = look;
	const run = {
		text: text.text,
		size: cellSize(column, size),
		isBold: isBold || text.isMarked,
		colour: text.colour ?? (column.role === 'code' ? 'tx2' : 'tx1')
	};
	const body = textBody([{ runs: text.text ? [run] : [], align: column.align }], {
		language,
		element: 'a:txBody'
	});
	const [side, above] = [emu(CELL_MARGIN.side), emu(CELL_MARGIN.above)];
	const margins = `marL="${side + emu(indent)}" marR="${side}" marT="${above}" marB="${above}"`;
	const ground = fill ? `<a:solidFill><a:schemeClr val="${fill}"/></a:solidFill>` : '<a:noFill/>';
	const none = ['L', 'R', 'T'].map((edge) => `<a:ln${edge} w="0"><a:noFill/></a:ln${edge}>`);
	return `<a:tc>${body}<a:tcPr ${margins} anchor="${anchor}">${none.join('')}${bottomLine(look.line)}${ground}</a:tcPr></a:tc>`;
}

function bottomLine(line: CellLook['line']): string {
	const colour =
		line === 'tx1'
			? '<a:schemeClr val="tx1"/>'
			: '<a:schemeClr val="bg1"><a:lumMod val="75000"/></a:schemeClr>';
	return `<a:lnB w="${line === 'tx1' ? POINT : POINT / 2}"><a:solidFill>${colour}</a:solidFill></a:lnB>`;
}

function rowXml(cells: readonly string[], height: number): string {
	return `<a:tr h="${emu(height)}">${cells.join('')}</a:tr>`;
}

function emu(points: number): number {
	return Math.round(points * POINT);
}
