import {
	AlignmentType,
	BorderStyle,
	type ITableBordersOptions,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	VerticalAlignTable,
	WidthType
} from 'docx';
import type { ReportCell, ReportColumn, ReportRow, ReportTable } from '#lib/views/report.ts';
import { rowNumbers } from './docx-row-numbers.ts';
import { STYLE } from './docx-style-names.ts';
import { tableMeasures } from './docx-table-measures.ts';
import { writable } from './docx-text.ts';

/** What a table of a report is set with. */
export interface TableGround {
	/** The width that it fills, in twentieths of a point. */
	width: number;
	/** Of the letters where there is room, in half points. */
	largest: number;
}

/** The columns that name a row of a numbered table: its number and its name. */
export const NAMING_COLUMNS = 2;

const GRID = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BORDERS: ITableBordersOptions = {
	top: GRID,
	bottom: GRID,
	left: GRID,
	right: GRID,
	insideHorizontal: GRID,
	insideVertical: GRID
};
const HEAD_GROUND = 'EDEDED';
const ALIGN = {
	left: AlignmentType.LEFT,
	right: AlignmentType.RIGHT,
	center: AlignmentType.CENTER
};
const BOLD = { bold: true } as const;
/** How far a unit stands in below the one above it. */
const INDENT = 100;
const DEEPEST = 5;
/** The left and right margin of a cell. */
const MARGIN = 70;

/** The table with a column of numbers before its first one, under that title. */
export function numberedTable(table: ReportTable, title: string): ReportTable {
	const numbers = rowNumbers(table.rows);
	return {
		...table,
		columns: [{ title, align: 'center', width: 0 }, ...table.columns],
		rows: table.rows.map((row, place) => ({
			...row,
			cells: [{ text: numbers[place] ?? '' }, ...row.cells]
		}))
	};
}

/** A numbered table as Word has it: its header is repeated on every page, its rows are never split. */
export function tableOf(table: ReportTable, { width, largest }: TableGround): Table {
	const { widths, size } = tableMeasures(table, { width, largest });
	const setting = { widths, size, columns: table.columns };
	return new Table({
		width: { size: width, type: WidthType.DXA },
		columnWidths: widths,
		layout: TableLayoutType.FIXED,
		alignment: AlignmentType.CENTER,
		borders: BORDERS,
		margins: { left: MARGIN, right: MARGIN, marginUnitType: WidthType.DXA },
		rows: [headRow(setting), ...table.rows.map((row) => bodyRow(row, setting))]
	});
}

interface TableSetting {
	widths: readonly number[];
	/** Of the letters, in half points. */
	size: number;
	columns: readonly ReportColumn[];
}

function headRow({ columns, widths, size }: TableSetting): TableRow {
	return new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: columns.map(
			({ title }, place) =>
				new TableCell({
					width: { size: widths[place] ?? 0, type: WidthType.DXA },
					shading: { type: ShadingType.CLEAR, color: 'auto', fill: HEAD_GROUND },
					verticalAlign: VerticalAlignTable.CENTER,
					children: [
						new Paragraph({
							style: STYLE.tableHead,
							keepNext: true,
							children: [new TextRun({ text: writable(title), size })]
						})
					]
				})
		)
	});
}

function bodyRow(row: ReportRow, setting: TableSetting): TableRow {
	const { columns, widths, size } = setting;
	return new TableRow({
		cantSplit: true,
		children: columns.map(
			(column, place) =>
				new TableCell({
					width: { size: widths[place] ?? 0, type: WidthType.DXA },
					verticalAlign: VerticalAlignTable.CENTER,
					children: [
						new Paragraph({
							style: STYLE.tableText,
							alignment: ALIGN[column.align],
							...(place === 1 &&
								row.depth > 0 && { indent: { left: INDENT * Math.min(row.depth, DEEPEST) } }),
							children: [cellRun(row.cells[place] ?? { text: '' }, column, { size, row })]
						})
					]
				})
		)
	});
}

function cellRun(
	cell: ReportCell,
	{ role }: ReportColumn,
	{ size, row }: { size: number; row: ReportRow }
): TextRun {
	const text = writable(cell.text);
	if (role === 'code') return new TextRun({ text, style: STYLE.code, noProof: true });
	return new TextRun({
		text,
		size,
		...(row.isTotal ? BOLD : {}),
		...(cell.isName && { language: { value: 'vi-VN' } })
	});
}
