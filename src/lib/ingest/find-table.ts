import type { Template } from '#lib/catalogue/catalogue.ts';
import { cleanText } from '#lib/base/fold.ts';
import type { Cell, Grid } from './grid.ts';
import { frameColumn, type TemplateHeaders } from './header-dictionary.ts';
import { columnLetter, headerKey, headerTexts, type HeaderText } from './header-key.ts';
import { isCodeRow, matchColumns, type ColumnRole } from './match-columns.ts';

/** One column of a table. */
export interface TableColumn {
	/** Its place in the grid, from 1. */
	column: number;
	/** Its header as it stands in the file, or its letter where it has none. */
	name: string;
	role: ColumnRole;
}

/** A table found in a grid: one unit a row (tidy), or one figure a row (long). */
export interface Table {
	/** Absent for the long layout. */
	template?: Template;
	/** The header row, from 1; the data stand below it. */
	header: number;
	columns: TableColumn[];
}

/** A header row that speaks of known columns, good enough for a table or not. */
interface Candidate {
	table: Table;
	hits: number;
	titled: boolean;
	share: number;
}

/** Plain words and numbers, of which a large file mostly consists, are clean as they are. */
const CLEAN = /^[!-~]+(?: [!-~]+)*$/;
const ROWS_SEARCHED = 200;
const ROWS_ABOVE = 3;
const FEWEST_HITS = 2;

/**
 * The table of a grid, found by the words of its header, wherever the header stands; a table without a unit column
 * too, for the analyst to be told. `undefined` where no row names a unit column and two columns of one template.
 */
export function findTable(grid: Grid, dictionary: readonly TemplateHeaders[]): Table | undefined {
	const rows = grid.rows.slice(0, ROWS_SEARCHED).map((cells) => headerTexts(textsOf(cells)));
	const candidates = rows.flatMap((_, index) => candidatesAt(index, { rows, dictionary, grid }));
	return candidates.reduce<Candidate | undefined>(
		(best, each) => (best && !isBetter(each, best) ? best : each),
		undefined
	)?.table;
}

/** The cells of a row as clean text. */
export function textsOf(cells: readonly Cell[]): string[] {
	return Array.from(cells, (cell) => {
		if (cell === null) return '';
		const text = String(cell);
		return CLEAN.test(text) ? text : cleanText(text);
	});
}

/** The measures, attributes and percentages that a table's columns carry. */
function countHits(columns: readonly TableColumn[]): number {
	const ids = columns.flatMap(({ role }) => {
		if (role.kind === 'measure') return [role.measure.id];
		if (role.kind === 'attribute') return [role.attribute.id];
		return role.kind === 'percent' ? [role.percent.header] : [];
	});
	return new Set(ids).size;
}

interface Search {
	rows: HeaderText[][];
	dictionary: readonly TemplateHeaders[];
	grid: Grid;
}

function candidatesAt(index: number, { rows, dictionary, grid }: Search): Candidate[] {
	const cells = rows[index] ?? [];
	if (cells.filter(({ key }) => key !== '').length < 2) return [];
	const long = longTable(cells, index);
	if (long) return [long];
	return dictionary
		.filter((headers) => cells.some((cell) => isKnown(cell, headers)))
		.flatMap((headers) => tidyCandidate(index, { rows, headers, grid }));
}

/** True for a cell that names a column of the template; a row without any is no header of it. */
function isKnown({ text, key }: HeaderText, headers: TemplateHeaders): boolean {
	return key !== '' && (headers.byName(key).length > 0 || headers.byCode(text) !== undefined);
}

function longTable(cells: HeaderText[], index: number): Candidate | undefined {
	const kinds = cells.map(({ key }) => frameColumn(key));
	const hasUnit = kinds.includes('unit') || kinds.includes('unit-code');
	if (!hasUnit || !kinds.includes('measure-name') || !kinds.includes('value')) return undefined;
	const columns = cells.map(({ text: name }, at): TableColumn => {
		const first = kinds.indexOf(kinds[at]) === at;
		const kind = kinds[at] && first ? kinds[at] : name === '' ? 'blank' : 'unknown';
		return { column: at + 1, name: name || columnLetter(at + 1), role: { kind } };
	});
	return { table: { header: index + 1, columns }, hits: 3, titled: false, share: 1 };
}

function tidyCandidate(
	index: number,
	{ rows, headers, grid }: { rows: HeaderText[][]; headers: TemplateHeaders; grid: Grid }
): Candidate[] {
	const { names, cells } = headerCells(index, { rows, headers });
	const columns = matchColumns(cells, headers).map((role, at): TableColumn => ({
		column: at + 1,
		name: names[at]?.text || cells[at]?.text || columnLetter(at + 1),
		role
	}));
	const hits = countHits(columns);
	const hasUnit = columns.some(({ role }) => role.kind === 'unit' || role.kind === 'unit-code');
	const onlyPercentages = hits > 0 && columns.every(({ role }) => role.kind !== 'measure');
	if (hits < FEWEST_HITS + (hasUnit ? 0 : 1) && !(hasUnit && onlyPercentages)) return [];
	const { template } = headers;
	const above = rows.slice(0, index).flatMap((row) => row.map(({ text }) => text));
	const title = [grid.sheet ?? '', ...above].join(' ');
	return [
		{
			table: { template, header: index + 1, columns },
			hits: hits + (hasUnit ? 1 : 0),
			titled: namesTemplate(title, template),
			share: hits / template.measures.length
		}
	];
}

/** The texts to match a header row by, and those to call its columns by: a row of codes has its names above it. */
function headerCells(
	index: number,
	{ rows, headers }: { rows: HeaderText[][]; headers: TemplateHeaders }
): { names: HeaderText[]; cells: HeaderText[] } {
	const cells = rows[index] ?? [];
	const texts = cells.map(({ text }) => text);
	if (!isCodeRow(texts, headers)) return { names: cells, cells };
	const above = rows
		.slice(Math.max(0, index - ROWS_ABOVE), index)
		.findLast((row) => row.some(({ key }) => frameColumn(key) === 'unit'));
	if (!above) return { names: cells, cells };
	const width = Math.max(cells.length, above.length);
	const merged = Array.from({ length: width }, (_, at): HeaderText => {
		const own = cells[at];
		return (own?.text ? own : above[at]) ?? { text: '', key: '' };
	});
	return { names: above, cells: merged };
}

function isBetter(a: Candidate, b: Candidate): boolean {
	if (a.hits !== b.hits) return a.hits > b.hits;
	if (a.titled !== b.titled) return a.titled;
	return a.share > b.share;
}

/** True where the title rows or the sheet's name call the template by its number or its title. */
function namesTemplate(title: string, { id, title: words }: Template): boolean {
	const number = id.replace(/\D/g, '');
	const key = headerKey(title);
	return (
		new RegExp(`\\b(?:bieu|bieu so|b) ?0?${number}\\b`).test(key) ||
		key.includes(headerKey(words.vi))
	);
}
