import { say } from '#lib/base/messages.ts';
import type {
	Report,
	ReportCell,
	ReportColumn,
	ReportRow,
	ReportTable
} from '#lib/views/report.ts';
import { lettersIn, lettersLine, tableTexts, withLetters } from './briefing-letters.ts';
import { rowNumbers } from './docx-row-numbers.ts';
import { type TableMeasures, tableMeasures } from './docx-table-measures.ts';
import { numberedTable } from './docx-table.ts';
import { element, escapeMarkup } from './markup.ts';
import { statusSign } from './status-signs.ts';

const DEEPEST = 6;
/** A title of more letters takes many lines in a narrow column. */
const LONG_TITLE = 16;
/** As wide as the sign before the word of a status, and as the step by which a unit stands in. */
const SIGN = 'WW';
const STEP = 'W';

/** The paper that a table is printed on: the width of its text in twentieths of a point, the size of its letters in half points. */
interface TablePaper {
	width: number;
	largest: number;
}

/**
 * The table with a header and a foot that are repeated on every page: the foot says where the figures come from and what
 * letters mean. Rows are numbered as in official documents.
 */
export function briefingTable(table: ReportTable, report: Report, paper: TablePaper): string {
	const { columns, rows } = table;
	const numbers = rowNumbers(rows);
	const isNumbered = numbers.some((number) => number !== '');
	const titles = columns.map((column) =>
		element(
			'th',
			{ scope: 'col', class: headClass(column, columns) },
			escapeMarkup(column.title) + smallLine(column.below)
		)
	);
	const index = escapeMarkup(say(report.language, 'form.index'));
	const first = isNumbered ? `<th scope="col" class="nr">${index}</th>` : '';
	const written = rows.map((row, at) => {
		const number = isNumbered ? `<td class="nr">${numbers[at] ?? ''}</td>` : '';
		return rowMarkup(row, { columns, report, number });
	});
	const { size, widths } = printMeasures(table, { index: isNumbered ? index : undefined, paper });
	return [
		`<table class="z${size}">${columnShares(widths)}`,
		`<thead><tr>${first}${titles.join('')}</tr></thead>`,
		`<tfoot><tr><td colspan="${columns.length + (isNumbered ? 1 : 0)}">${footOf(table, report)}</td></tr></tfoot>`,
		`<tbody>${written.join('')}</tbody></table>`
	].join('');
}

/** The widest column of text also asks for room: `n`; so does one whose title would take many lines: `w`. */
function headClass(column: ReportColumn, columns: readonly ReportColumn[]): string | undefined {
	const texts = columns.filter(({ align, role }) => align === 'left' && role !== 'code');
	const widest = Math.max(...texts.map(({ width }) => width));
	if (column === texts.find(({ width }) => width === widest)) return 'l n';
	const look = classOf(column);
	if (column.role === 'code' || column.title.length <= LONG_TITLE) return look;
	return [look, 'w'].filter(Boolean).join(' ');
}

/** The columns as they best stand on paper, and the size of the letters with which they fit it. */
function printMeasures(
	table: ReportTable,
	{ index, paper }: { index: string | undefined; paper: TablePaper }
): TableMeasures {
	const signed = {
		...table,
		rows: table.rows.map((row) => ({
			...row,
			cells: row.cells.map((cell, place) => {
				if (cell.status) return { ...cell, text: SIGN + cell.text };
				return place === 0 && row.depth > 0 ? { ...cell, text: STEP + cell.text } : cell;
			})
		}))
	};
	return tableMeasures(index === undefined ? signed : numberedTable(signed, index), paper);
}

function columnShares(widths: readonly number[]): string {
	const whole = widths.reduce((sum, width) => sum + width, 0);
	const shares = widths.map((width) => Math.round((width / whole) * 1000) / 10);
	return `<colgroup>${shares.map((share) => `<col width="${share}%">`).join('')}</colgroup>`;
}

function footOf(table: ReportTable, report: Report): string {
	const letters = lettersLine(lettersIn(tableTexts(table), report));
	return `<div>${escapeMarkup(report.source)}${letters === '' ? '' : `<br>${letters}`}</div>`;
}

function rowMarkup(
	{ cells, depth, isTotal }: ReportRow,
	{ columns, report, number }: { columns: readonly ReportColumn[]; report: Report; number: string }
): string {
	const [name] = cells;
	if (name && columns.length > 1 && cells.slice(1).every(({ text }) => text === '')) {
		const head = { scope: 'row', colspan: columns.length };
		return `<tr class="g">${number}${element('th', head, withLetters(name.text, report))}</tr>`;
	}
	const written = cells.map((cell, at) => {
		const column = columns[at];
		return cellMarkup(cell, { column, depth, isFirst: at === 0, report });
	});
	return `<tr${isTotal ? ' class="t"' : ''}>${number}${written.join('')}</tr>`;
}

function cellMarkup(
	cell: ReportCell,
	{
		column,
		depth,
		isFirst,
		report
	}: {
		column?: ReportColumn;
		depth: number;
		isFirst: boolean;
		report: Report;
	}
): string {
	const language = cell.isName && report.language !== 'vi' ? 'vi' : undefined;
	if (cell.status) {
		const { look, markup } = statusSign(cell.status, cell.text);
		return element('td', { class: look }, markup);
	}
	const content = withLetters(cell.text, report) + smallLine(cell.below);
	if (cell.isName && isFirst) {
		const depths = depth === 0 ? undefined : `d${Math.min(DEEPEST, depth)}`;
		return element('th', { scope: 'row', class: depths, lang: language }, content);
	}
	return element('td', { class: column && classOf(column), lang: language }, content);
}

/** What stands small under the words of a cell. */
function smallLine(text: string | undefined): string {
	return text ? `<small>${escapeMarkup(text)}</small>` : '';
}

/** `l` left, `c` in the middle, `code` small; nothing for numbers. */
function classOf({ align, role }: ReportColumn): string | undefined {
	if (role === 'code') return 'code';
	return { left: 'l', center: 'c', right: undefined }[align];
}
