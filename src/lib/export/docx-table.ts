import type { ReportCell, ReportColumn, ReportRow, ReportTable } from '#lib/views/report.ts';
import { rowNumbers } from './docx-row-numbers.ts';
import { STYLE } from './docx-style-names.ts';
import { tableMeasures } from './docx-table-measures.ts';
import { escapeXml } from './office-xml.ts';

/** What a table of a report is set with. */
export interface TableGround {
	/** The width that it fills, in twentieths of a point. */
	width: number;
	/** Of the letters where there is room, in half points; what its styles say themselves. */
	largest: number;
	/** How much wider than those of Times New Roman its letters are. */
	breadth: number;
}

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const GRID = SIDES.map(
	(side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
).join('');
const HEAD_GROUND = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>';
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

/**
 * A numbered table as the `w:tbl` element of a document: its header is repeated on every page, its rows are never split.
 * It is written as text because the library takes seconds for the cells of forty tables.
 */
export function tableXml(table: ReportTable, { width, largest, breadth }: TableGround): string {
	const measures = tableMeasures(table, { width: width / breadth, largest });
	const { size } = measures;
	const widths = measures.widths.map((each) => Math.floor(each * breadth));
	const letters = size === largest ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
	const setting: TableSetting = { widths, letters, columns: table.columns };
	return [
		`<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${width}"/><w:jc w:val="center"/>`,
		`<w:tblBorders>${GRID}</w:tblBorders><w:tblLayout w:type="fixed"/>`,
		`<w:tblCellMar><w:left w:type="dxa" w:w="${MARGIN}"/><w:right w:type="dxa" w:w="${MARGIN}"/></w:tblCellMar></w:tblPr>`,
		`<w:tblGrid>${widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>`,
		headRow(setting),
		...table.rows.map((row, place) => bodyRow(row, setting, keepsNext(table.rows, place))),
		'</w:tbl>'
	].join('');
}

interface TableSetting {
	widths: readonly number[];
	/** What the letters are set smaller with; empty where they are as their style has them. */
	letters: string;
	columns: readonly ReportColumn[];
}

function headRow({ columns, widths, letters }: TableSetting): string {
	const cells = columns.map(({ title, below }, place) => {
		const settings = `<w:pStyle w:val="${STYLE.tableHead}"/><w:keepNext/>`;
		const words = paragraphXml(settings, runXml(title, letters)) + smallLine(below, settings);
		return cellXml(widths[place], HEAD_GROUND, words);
	});
	return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`;
}

/**
 * The first row stays with the second and the last one with that before it and with the source: none stands alone, nor does
 * the name of a group without its rows.
 */
function keepsNext(rows: readonly ReportRow[], place: number): string {
	const isGroup = rows[place]?.cells.slice(2).every(({ text }) => text === '');
	return place === 0 || isGroup || place >= rows.length - 2 ? '<w:keepNext/>' : '';
}

function bodyRow(
	row: ReportRow,
	{ columns, widths, letters }: TableSetting,
	keeping: string
): string {
	const cells = columns.map((column, place) => {
		const cell = row.cells[place] ?? { text: '' };
		const run = cellRun(cell, column, row.isTotal ? `<w:b/>${letters}` : letters);
		const indent = place === 1 ? indentOf(row) : '';
		const settings = `<w:pStyle w:val="${STYLE.tableText}"/>${keeping}${indent}<w:jc w:val="${column.align}"/>`;
		return cellXml(
			widths[place],
			'',
			paragraphXml(settings, run) + smallLine(cell.below, settings)
		);
	});
	return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`;
}

/** What stands small under the words of a cell. */
function smallLine(text: string | undefined, settings: string): string {
	return text ? paragraphXml(settings, codeRun(text)) : '';
}

function indentOf({ depth }: ReportRow): string {
	return depth > 0 ? `<w:ind w:left="${INDENT * Math.min(depth, DEEPEST)}"/>` : '';
}

function cellRun({ text, isName }: ReportCell, { role }: ReportColumn, letters: string): string {
	if (role === 'code') return codeRun(text);
	return runXml(text, isName ? `${letters}<w:lang w:val="vi-VN"/>` : letters);
}

function codeRun(text: string): string {
	return runXml(text, `<w:rStyle w:val="${STYLE.code}"/><w:noProof/>`);
}

function cellXml(width: number | undefined, ground: string, content: string): string {
	const settings = `<w:tcW w:type="dxa" w:w="${width ?? 0}"/>${ground}<w:vAlign w:val="center"/>`;
	return `<w:tc><w:tcPr>${settings}</w:tcPr>${content}</w:tc>`;
}

function paragraphXml(settings: string, run: string): string {
	return `<w:p><w:pPr>${settings}</w:pPr>${run}</w:p>`;
}

function runXml(text: string, settings: string): string {
	if (text === '') return '';
	const set = settings && `<w:rPr>${settings}</w:rPr>`;
	return `<w:r>${set}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}
