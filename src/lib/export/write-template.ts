import { type Cell, colToLetter, type DataValidation, rangeRef, type WriteSheet } from 'hucre/xlsx';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { TemplateColumn } from '#lib/views/template-columns.ts';
import type { CellRange, TemplateCell, TemplateSheet } from '#lib/views/template-form.ts';
import type { TemplateGuide } from '#lib/views/template-guide.ts';
import { packSheets } from './pack-sheets.ts';
import { conflictRules } from './template-conflicts.ts';
import { columnWidth, linesOf, rowHeights } from './template-measures.ts';
import { guideStyle, templateStyle } from './template-style.ts';

/** The sheets of a workbook to be filled in, its instructions, and the language of what Excel says to a wrong entry. */
export interface TemplateBook {
	sheets: readonly TemplateSheet[];
	guide: TemplateGuide;
	language: Language;
	/** When it was drawn up; the same book at the same time has the same bytes. */
	at: Date;
}

const GUIDE_WIDTH = 88;
const LINE_HEIGHT = 15;
const ROWS_OF_A_PAGE = 42;

/**
 * The bytes of an .xlsx workbook: the sheets, each locked but for what is to be filled in and ready to be printed on
 * A4, then the instructions. Count cells take whole numbers from 0 up, "x" and "-" alone.
 */
export async function writeTemplate({
	sheets,
	guide,
	language,
	at
}: TemplateBook): Promise<Uint8Array> {
	const written = sheets.map((sheet) => formSheet(sheet, language));
	const book = await packSheets({
		sheets: [...written, guideSheet(guide)],
		namedRanges: sheets.flatMap(printRanges),
		defaultFont: { name: 'Times New Roman', size: 11 },
		properties: { title: guide.lines[0]?.text, created: at, modified: at }
	});
	return book.save(at);
}

function formSheet(sheet: TemplateSheet, language: Language): WriteSheet {
	const { columns, rows, header, isOpen } = sheet;
	return {
		name: sheet.name,
		columns: columns.map((column) => ({
			width: columnWidth(column),
			hidden: column.kind === 'unit-code'
		})),
		rows: [],
		cells: cellsOf(sheet),
		merges: sheet.merges.map(({ top, left, bottom, right }) => ({
			startRow: top - 1,
			startCol: left - 1,
			endRow: bottom - 1,
			endCol: right - 1
		})),
		rowDefs: new Map<number, { height?: number; hidden?: boolean }>([
			...rowHeights(sheet).map(({ row, height }) => [row - 1, { height }] as const),
			[header.codes - 1, { hidden: true }] as const
		]),
		dataValidations: validations(sheet, language),
		conditionalRules: conflictRules(sheet),
		freezePane: { rows: header.to, columns: unitColumn(columns) },
		protection: {
			formatCells: true,
			formatColumns: true,
			formatRows: true,
			insertRows: isOpen,
			deleteRows: isOpen
		},
		view: { showGridLines: false },
		pageSetup: {
			...{ paperSize: 'a4', orientation: 'landscape', horizontalCentered: true },
			...{ fitToPage: true, fitToWidth: 1, fitToHeight: rows.length <= ROWS_OF_A_PAGE ? 1 : 0 },
			margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 }
		},
		headerFooter: { oddFooter: `&L${sheet.name}&R&P/&N` }
	};
}

function cellsOf(sheet: TemplateSheet): Map<string, Partial<Cell>> {
	const cells = new Map<string, Partial<Cell>>();
	for (const [row, line] of sheet.rows.entries()) {
		for (const [column, cell] of line.entries()) {
			if (cell) cells.set(`${row},${column}`, writtenCell(cell, column, sheet));
		}
	}
	return cells;
}

function writtenCell(
	{ look, value, sum }: TemplateCell,
	column: number,
	{ isOpen }: TemplateSheet
): Partial<Cell> {
	const style = templateStyle(look, isOpen);
	if (sum) {
		const summed = isOpen
			? rowsAbove(column, sum.from)
			: rangeRef(sum.from - 1, column, sum.to - 1, column);
		// A total of nothing reported is blank, not 0.
		return { style, formula: `IF(COUNT(${summed})=0,"",SUM(${summed}))`, formulaResult: '' };
	}
	if (value === undefined) return { value: null, style };
	return typeof value === 'string'
		? { value, type: 'string', style }
		: { value: Number(value), type: 'number', style };
}

/** All cells of the column from a row down to the one above, rows that are inserted there included. */
function rowsAbove(column: number, from: number): string {
	const letter = colToLetter(column);
	return `${letter}${from}:INDEX(${letter}:${letter},ROW()-1)`;
}

/** A whole number from 0 up, or "x", or "-"; Excel compares texts without regard to case. */
function validations({ columns, units }: TemplateSheet, language: Language): DataValidation[] {
	return runsOf(columns).map(({ left, right }) => {
		const first = `${colToLetter(left)}${units.from}`;
		return {
			type: 'custom',
			formula1: `IF(ISNUMBER(${first}),AND(${first}>=0,${first}=INT(${first})),OR(${first}="x",${first}="-"))`,
			allowBlank: true,
			showErrorMessage: true,
			errorStyle: 'stop',
			errorTitle: say(language, 'form.refused-title'),
			errorMessage: say(language, 'form.refused'),
			range: rangeRef(units.from - 1, left, units.to - 1, right)
		};
	});
}

/** The stretches of neighbouring count columns, by their places from 0. */
function runsOf(columns: readonly TemplateColumn[]): { left: number; right: number }[] {
	const isCount = (at: number): boolean => columns[at]?.kind === 'figure';
	return columns.flatMap((_, left) => {
		if (!isCount(left) || isCount(left - 1)) return [];
		const behind = columns.findIndex((_, at) => at > left && !isCount(at));
		return [{ left, right: (behind < 0 ? columns.length : behind) - 1 }];
	});
}

/** How many columns stay in sight: those up to the unit's name. */
function unitColumn(columns: readonly TemplateColumn[]): number {
	return columns.findIndex(({ kind }) => kind === 'unit') + 1;
}

/** What is printed, and the header rows on each page; the name is quoted, because `B1` alone would be a cell. */
function printRanges({
	name,
	rows,
	header,
	width
}: TemplateSheet): { name: string; range: string; scope: string }[] {
	const area = absolute({ top: 1, left: 1, bottom: rows.length, right: width });
	return [
		{ name: '_xlnm.Print_Area', range: `'${name}'!${area}`, scope: name },
		{ name: '_xlnm.Print_Titles', range: `'${name}'!$${header.from}:$${header.to}`, scope: name }
	];
}

function absolute({ top, left, bottom, right }: CellRange): string {
	return `$${colToLetter(left - 1)}$${top}:$${colToLetter(right - 1)}$${bottom}`;
}

function guideSheet({ name, lines }: TemplateGuide): WriteSheet {
	return {
		name,
		columns: [{ width: GUIDE_WIDTH }],
		rows: [],
		cells: new Map(
			lines.map(({ look, text }, row) => [
				`${row},0`,
				{ value: text, type: 'string' as const, style: guideStyle(look) }
			])
		),
		rowDefs: new Map(
			lines.map(({ look, text }, row) => {
				const lead = look === 'text' ? 4 : 14;
				return [row, { height: linesOf(text, GUIDE_WIDTH * 1.1) * LINE_HEIGHT + lead }];
			})
		),
		view: { showGridLines: false },
		pageSetup: {
			paperSize: 'a4',
			orientation: 'portrait',
			fitToPage: true,
			fitToWidth: 1,
			fitToHeight: 0
		}
	};
}
