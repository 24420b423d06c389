import type {
	Report,
	ReportCell,
	ReportColumn,
	ReportRow,
	ReportTable
} from '#lib/views/report.ts';
import { lettersIn, lettersLine, tableTexts, withLetters } from './briefing-letters.ts';
import { element, escapeMarkup } from './markup.ts';
import { statusSign } from './status-signs.ts';

const DEEPEST = 6;

/** The table with a header and a foot that are repeated on every page: the foot says where the figures come from and what letters mean. */
export function briefingTable(table: ReportTable, report: Report): string {
	const { columns, rows } = table;
	const whole = columns.reduce((sum, { width }) => sum + width, 0);
	const widths = columns.map(({ width }) =>
		element('col', { width: `${Math.round((width / whole) * 1000) / 10}%` }).replace('/>', '>')
	);
	const titles = columns.map((column) =>
		element('th', { scope: 'col', class: classOf(column) }, escapeMarkup(column.title))
	);
	return [
		`<table><colgroup>${widths.join('')}</colgroup>`,
		`<thead><tr>${titles.join('')}</tr></thead>`,
		`<tfoot><tr><td colspan="${columns.length}">${footOf(table, report)}</td></tr></tfoot>`,
		`<tbody>${rows.map((row) => rowMarkup(row, columns, report)).join('')}</tbody></table>`
	].join('');
}

function footOf(table: ReportTable, report: Report): string {
	const letters = lettersLine(lettersIn(tableTexts(table), report));
	return escapeMarkup(report.source) + (letters === '' ? '' : `<br>${letters}`);
}

function rowMarkup(
	{ cells, depth, isTotal }: ReportRow,
	columns: readonly ReportColumn[],
	report: Report
): string {
	const written = cells.map((cell, at) => {
		const column = columns[at];
		return cellMarkup(cell, { column, depth, isFirst: at === 0, report });
	});
	return `<tr${isTotal ? ' class="t"' : ''}>${written.join('')}</tr>`;
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
	const content = withLetters(cell.text, report);
	if (cell.isName && isFirst) {
		const depths = depth === 0 ? undefined : `d${Math.min(DEEPEST, depth)}`;
		return element('th', { scope: 'row', class: depths, lang: language }, content);
	}
	return element('td', { class: column && classOf(column), lang: language }, content);
}

/** `l` left, `c` in the middle, `code` small; nothing for numbers. */
function classOf({ align, role }: ReportColumn): string | undefined {
	if (role === 'code') return 'code';
	return { left: 'l', center: 'c', right: undefined }[align];
}
