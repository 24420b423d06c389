import type { Template } from '#lib/catalogue/catalogue.ts';
import { cleanText } from '#lib/base/fold.ts';
import type { Cell, Grid } from './grid.ts';
import { frameColumn, type TemplateHeaders } from './header-dictionary.ts';
import { columnLetter, headerKey } from './header-key.ts';
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

const ROWS_SEARCHED = 200;
const ROWS_ABOVE = 3;
const FEWEST_HITS = 2;

/**
 * The table of a grid, found by the words of its header, wherever the header stands; a table without a unit column
 * too, for the analyst to be told. `undefined` where no row names a unit column and two columns of one template.
 */
export function findTable(grid: Grid, dictionary: readonly TemplateHeaders[]): Table | undefined {
	const rows = grid.rows.slice(0, ROWS_SEARCHED).map(textsOf);
	const candidates = rows.flatMap((_, index) => candidatesAt(index, { rows, dictionary, grid }));
	return candidates.reduce<Candidate | undefined>(
		(best, each) => (best && !isBetter(each, best) ? best : each),
		undefined
	)?.table;
}

/** The cells of a row as clean text. */
export function textsOf(cells: readonly Cell[]): string[] {
	return Array.from(cells, (cell) => (cell === null ? '' : cleanText(String(cell))));
}

/** The measures, attributes and percentages that a table's columns carry. */
export function countHits(columns: readonly TableColumn[]): number {
	const ids = columns.flatMap(({ role }) => {
		if (role.kind === 'measure') return [role.measure.id];
		if (role.kind === 'attribute') return [role.attribute.id];
		return role.kind === 'percent' ? [role.percent.header] : [];
	});
	return new Set(ids).size;
}

interface Search {
	rows: string[][];
	dictionary: readonly TemplateHeaders[];
	grid: Grid;
}

function candidatesAt(index: number, { rows, dictionary, grid }: Search): Candidate[] {
	const cells = rows[index] ?? [];
	if (cells.filter((cell) => cell !== '').length < 2) return [];
	const long = longTable(cells, index);
	if (long) return [long];
	const title = [grid.sheet ?? '', ...rows.slice(0, index).flat()].join(' ');
	return dictionary.flatMap((headers) => tidyCandidate(index, { rows, headers, title }));
}

function longTable(cells: string[], index: number): Candidate | undefined {
	const kinds = cells.map((cell) => frameColumn(headerKey(cell)));
	const hasUnit = kinds.includes('unit') || kinds.includes('unit-code');
	if (!hasUnit || !kinds.includes('measure-name') || !kinds.includes('value')) return undefined;
	const columns = cells.map((name, at): TableColumn => {
		const first = kinds.indexOf(kinds[at]) === at;
		const kind = kinds[at] && first ? kinds[at] : name === '' ? 'blank' : 'unknown';
		return { column: at + 1, name: name || columnLetter(at + 1), role: { kind } };
	});
	return { table: { header: index + 1, columns }, hits: 3, titled: false, share: 1 };
}

function tidyCandidate(
	index: number,
	{ rows, headers, title }: { rows: string[][]; headers: TemplateHeaders; title: string }
): Candidate[] {
	const { names, cells } = headerCells(index, { rows, headers });
	const columns = matchColumns(cells, headers).map((role, at): TableColumn => ({
		column: at + 1,
		name: names[at] || cells[at] || columnLetter(at + 1),
		role
	}));
	const hits = countHits(columns);
	const hasUnit = columns.some(({ role }) => role.kind === 'unit' || role.kind === 'unit-code');
	const onlyPercentages = hits > 0 && columns.every(({ role }) => role.kind !== 'measure');
	if (hits < FEWEST_HITS + (hasUnit ? 0 : 1) && !(hasUnit && onlyPercentages)) return [];
	const { template } = headers;
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
	{ rows, headers }: { rows: string[][]; headers: TemplateHeaders }
): { names: string[]; cells: string[] } {
	const cells = rows[index] ?? [];
	if (!isCodeRow(cells, headers)) return { names: cells, cells };
	const above = rows
		.slice(Math.max(0, index - ROWS_ABOVE), index)
		.findLast((row) => row.some((cell) => frameColumn(headerKey(cell)) === 'unit'));
	if (!above) return { names: cells, cells };
	const width = Math.max(cells.length, above.length);
	const merged = Array.from({ length: width }, (_, at) => cells[at] || above[at] || '');
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
