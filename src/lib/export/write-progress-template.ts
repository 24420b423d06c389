import { type Cell, colToLetter, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { PROGRESS_STATES } from '#lib/base/progress.ts';
import { progressStateWord } from '#lib/base/progress-words.ts';
import { closingBlock, type FrameChoice, titleBlock } from '#lib/views/template-frame.ts';
import type { TemplateCell } from '#lib/views/template-form.ts';
import type { TemplateGuide } from '#lib/views/template-guide.ts';
import { progressTemplateHeads, type ProgressTemplateRow } from '#lib/views/progress-template.ts';
import { packSheets } from './pack-sheets.ts';
import { linesOf } from './template-measures.ts';
import { guideStyle, templateStyle } from './template-style.ts';

/** A sheet B8 to be filled in: its frame, the rows that are there already, its instructions. */
export interface ProgressTemplateBook {
	frame: Omit<FrameChoice, 'width'>;
	rows: readonly ProgressTemplateRow[];
	guide: TemplateGuide;
	/** The language of what Excel says to a wrong entry. */
	language: Language;
	/** When it was drawn up; the same book at the same time has the same bytes. */
	at: Date;
}

/** Widths in characters, the hidden codes of units first. */
const WIDTHS = [12, 5, 36, 52, 34, 19, 13, 11, 22, 17, 15, 20, 20];
const CONTENT = 3;
const [PLAN, DONE, COUNTED, STATE, DAY] = [6, 7, 8, 9, 10] as const;
/** Rows for what arises beside what was foreseen. */
const MORE_ROWS = 12;
const LINE_HEIGHT = 15;
const GUIDE_WIDTH = 88;

/**
 * The bytes of an .xlsx workbook with the sheet B8: code, content, unit and period of each row in place, a list of the
 * nine states, whole numbers and days asked for as such; then the instructions. It is not locked: rows may be added.
 */
export async function writeProgressTemplate(book: ProgressTemplateBook): Promise<Uint8Array> {
	const { guide, at } = book;
	const packed = await packSheets({
		sheets: [progressSheet(book), guideSheet(guide)],
		defaultFont: { name: 'Times New Roman', size: 11 },
		properties: { title: guide.lines[0]?.text, created: at, modified: at }
	});
	return packed.save(at);
}

function progressSheet({ frame, rows, language }: ProgressTemplateBook): WriteSheet {
	const heads = progressTemplateHeads();
	const whole = { ...frame, width: heads.length };
	const titles = titleBlock(whole);
	const closing = closingBlock(whole);
	const header = titles.rows.length;
	const [first, last] = [header + 1, header + rows.length + MORE_ROWS];
	const head = heads.map((value): TemplateCell => ({ look: 'heading', value }));
	const body = Array.from({ length: rows.length + MORE_ROWS }, (_, at) => cellsOf(rows[at], at));
	const lines = [...titles.rows, head, ...body, ...closing.rows];
	const merges = [
		...titles.merges,
		...closing.merges.map((each) => ({
			...each,
			top: each.top + last + 1,
			bottom: each.bottom + last + 1
		}))
	];
	return {
		name: frame.template.id,
		columns: WIDTHS.map((width, at) => ({ width, hidden: at === 0 })),
		rows: [],
		cells: writtenCells(lines, first),
		merges: merges.map(({ top, left, bottom, right }) => ({
			...{ startRow: top - 1, startCol: left - 1, endRow: bottom - 1, endCol: right - 1 }
		})),
		rowDefs: new Map<number, { height: number }>([
			[header, { height: 34 }],
			...rows.map((row, at) => [first + at, { height: heightOf(row) }] as const)
		]),
		dataValidations: validations({ first, last, language }),
		freezePane: { rows: header + 1, columns: CONTENT + 1 },
		view: { showGridLines: false },
		pageSetup: {
			...{ paperSize: 'a4', orientation: 'landscape', horizontalCentered: true },
			...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
		},
		headerFooter: { oddFooter: `&L${frame.template.id}&R&P/&N` }
	};
}

/** One row: what is known stands in it, the rest is blank. */
function cellsOf(row: ProgressTemplateRow | undefined, at: number): TemplateCell[] {
	const known: (string | number | undefined)[] = row
		? [row.unitCode, at + 1, row.code, row.content, row.unit, row.period]
		: [];
	return WIDTHS.map((_, column): TemplateCell => {
		const look = column === 0 ? 'unit-code' : column === 1 ? 'number' : 'text';
		const value = column === COUNTED ? row?.counted : known[column];
		return { look, ...(value !== undefined && { value }) };
	});
}

function writtenCells(
	lines: readonly (TemplateCell | undefined)[][],
	first: number
): Map<string, Partial<Cell>> {
	const cells = new Map<string, Partial<Cell>>();
	for (const [row, line] of lines.entries()) {
		for (const [column, cell] of line.entries()) {
			if (!cell) continue;
			const { look, value = null } = cell;
			const style = styleOf(look, { column, isAsked: row >= first });
			cells.set(`${row},${column}`, {
				style,
				...(typeof value === 'bigint' ? { value: Number(value) } : { value })
			});
		}
	}
	return cells;
}

/** Counts and days are written as such; content wraps. */
function styleOf(
	look: TemplateCell['look'],
	{ column, isAsked }: { column: number; isAsked: boolean }
): CellStyle {
	const style = templateStyle(look, true);
	if (!isAsked || look !== 'text') return style;
	if (column === CONTENT || column === COUNTED)
		return { ...style, alignment: { ...style.alignment, wrapText: true } };
	if (column === DAY) return { ...style, numFmt: 'dd/mm/yyyy' };
	return column === PLAN || column === DONE ? { ...style, numFmt: '#,##0' } : style;
}

function heightOf({ content, counted = '' }: ProgressTemplateRow): number {
	const lines = Math.max(
		linesOf(content, WIDTHS[CONTENT] ?? 0),
		linesOf(counted, WIDTHS[COUNTED] ?? 0)
	);
	return lines * LINE_HEIGHT + 4;
}

function validations({
	first,
	last,
	language
}: {
	first: number;
	last: number;
	language: Language;
}): WriteSheet['dataValidations'] {
	const rangeOf = (column: number): string => {
		const letter = colToLetter(column);
		return `${letter}${first + 1}:${letter}${last}`;
	};
	const shown = { allowBlank: true, showErrorMessage: true } as const;
	const refused = {
		...shown,
		errorStyle: 'stop',
		errorTitle: say(language, 'form.refused-title')
	} as const;
	const states = PROGRESS_STATES.map((state) => progressStateWord(state, 'vi')).join(',');
	return [
		{
			...{ ...refused, type: 'list', formula1: `"${states}"`, range: rangeOf(STATE) },
			errorMessage: say(language, 'progress.guide-state')
		},
		{
			...{ ...refused, type: 'whole', operator: 'greaterThanOrEqual', formula1: '0' },
			...{ range: rangeOf(DONE), errorMessage: say(language, 'progress.guide-done') }
		}
	];
}

function guideSheet({ name, lines }: TemplateGuide): WriteSheet {
	return {
		name,
		columns: [{ width: GUIDE_WIDTH }],
		rows: [],
		cells: new Map(
			lines.map(({ look, text }, row) => [`${row},0`, { value: text, style: guideStyle(look) }])
		),
		rowDefs: new Map(
			lines.map(({ look, text }, row) => {
				const lead = look === 'text' ? 4 : 14;
				return [row, { height: linesOf(text, GUIDE_WIDTH * 1.1) * LINE_HEIGHT + lead }];
			})
		),
		view: { showGridLines: false }
	};
}
