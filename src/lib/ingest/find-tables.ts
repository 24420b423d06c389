import type { Period } from '#lib/base/period.ts';
import type { Template } from '#lib/catalogue/catalogue.ts';
import { findTitlePeriod } from './find-period.ts';
import { textsOf, type Table, type TableColumn } from './find-table.ts';
import type { Cell, Grid } from './grid.ts';
import { continuesHeader, headerBlock, type HeaderBlock, type HeaderPath } from './header-block.ts';
import { frameColumn, type TemplateHeaders } from './header-dictionary.ts';
import { columnLetter, headerKey, headerTexts, type HeaderText } from './header-key.ts';
import { matchColumns, type ColumnMatch } from './match-columns.ts';
import { isFooter, isSubtotalLabel, isTotalLabel } from './row-labels.ts';

/** A header row that speaks of known columns, good enough for a table or not. */
interface Candidate {
	table: Table;
	/** True for a row of codes, which says for certain what each column carries. */
	coded: boolean;
	hits: number;
	titled: boolean;
	share: number;
}

const FEWEST_HITS = 2;
/** So many header words make a row worth a closer look. */
const FEWEST_WORDS = 3;
const ROWS_OF_A_TITLE = 12;
const WORDS_KEPT = 20_000;

/**
 * The tables of a grid, top to bottom, found by the words of their headers, wherever these stand; a table without a
 * unit column too, for the analyst to be told. A header that a new page repeats begins no table.
 */
export function findTables(grid: Grid, dictionary: readonly TemplateHeaders[]): Table[] {
	const clusters: Candidate[] = [];
	for (const index of headerLike(grid.rows, dictionary)) {
		const best = bestOf(candidatesAt(index, { dictionary, grid }));
		const last = clusters.at(-1);
		if (best && last && best.table.top - last.table.header <= 1) {
			clusters[clusters.length - 1] = bestOf([last, best]) ?? last;
		} else if (best) {
			clusters.push(best);
		}
	}
	return apart(
		clusters.map(({ table }) => table),
		grid
	);
}

/** The rows, from 0, that hold enough known header words. */
function headerLike(rows: readonly Cell[][], dictionary: readonly TemplateHeaders[]): number[] {
	const known = new Map<Cell, boolean>();
	const isKnown = (cell: Cell): boolean => {
		if (typeof cell !== 'string' || cell === '') return false;
		const before = known.get(cell);
		if (before !== undefined) return before;
		const [header] = headerTexts(textsOf([cell]));
		const is = header !== undefined && dictionary.some((headers) => names(header, headers));
		if (known.size < WORDS_KEPT) known.set(cell, is);
		return is;
	};
	return rows.flatMap((cells, index) => {
		let words = 0;
		for (const cell of cells) if (isKnown(cell)) words += 1;
		return words >= FEWEST_WORDS || (words > 0 && index < 200) ? [index] : [];
	});
}

/** True for a cell that names a column of the template or of every table. */
function names({ text, key }: HeaderText, headers: TemplateHeaders): boolean {
	if (key === '') return false;
	return (
		headers.byName(key).length > 0 ||
		headers.byCode(text) !== undefined ||
		frameColumn(key) !== undefined
	);
}

/** Sets the tables apart: where each one's title begins and its rows end; repeated headers are none of them. */
function apart(found: readonly Table[], grid: Grid): Table[] {
	const tables: Table[] = [];
	for (const table of found) {
		const before = tables.at(-1);
		const from = titleStart(table.top, { grid, after: before?.header ?? 0 });
		const titles = Array.from({ length: table.top - from }, (_, at) => from + at);
		if (before && isRepeated(table, { before, titles, grid })) continue;
		if (before) before.end = from - 1;
		const own = findTitlePeriod(rowsOf(grid, titles)) !== undefined;
		tables.push({ ...table, titles: own || !before ? titles : [...before.titles, ...titles] });
	}
	return tables;
}

/** The cells of some rows of a grid, numbered from 1. */
export function rowsOf({ rows }: Grid, numbers: readonly number[]): Cell[][] {
	return numbers.map((number) => rows[number - 1] ?? []);
}

/** The first row of the title over a header: below the last row of figures, remarks or totals before it. */
function titleStart(top: number, { grid, after }: { grid: Grid; after: number }): number {
	if (after === 0) return 1;
	const first = Math.max(after + 1, top - ROWS_OF_A_TITLE);
	for (let row = top - 1; row >= first; row -= 1) {
		const texts = textsOf(grid.rows[row - 1] ?? []);
		const figures = texts.filter((text) => /^[\d.,%]+$/.test(text)).length;
		if (figures >= 2 || isFooter(texts) || texts.some(isTotalLabel)) return row + 1;
	}
	return first;
}

/** True for the header of a new printed page: the same columns, the same period, and no total between. */
function isRepeated(
	table: Table,
	{ before, titles, grid }: { before: Table; titles: readonly number[]; grid: Grid }
): boolean {
	const same = table.columns.filter(({ key }, at) => key === before.columns[at]?.key).length;
	if (table.template !== before.template || same < table.columns.length * 0.6) return false;
	const period = findTitlePeriod(rowsOf(grid, titles))?.period;
	const earlier = findTitlePeriod(rowsOf(grid, before.titles))?.period;
	if (period !== undefined && period !== earlier) return false;
	const between = grid.rows.slice(before.header, table.top - 1).map(textsOf);
	const last = between.findLast((texts) => texts.filter((text) => /^\d/.test(text)).length >= 2);
	return !last?.some((text) => isTotalLabel(text) && !isSubtotalLabel(text));
}

interface Search {
	dictionary: readonly TemplateHeaders[];
	grid: Grid;
	/** The analyst's word for the period. */
	period?: Period;
}

function candidatesAt(index: number, search: Search): Candidate[] {
	const { dictionary, grid } = search;
	const known = (cell: HeaderText): boolean => dictionary.some((headers) => names(cell, headers));
	const block = headerBlock(grid, { header: index + 1, known });
	if (block.paths.filter((path) => path.length > 0).length < 2) return [];
	const long = longTable(block, grid);
	if (long) return [long];
	if (continuesHeader(grid, block)) return candidatesAt(index + 1, search);
	return dictionary.flatMap((headers) => tidyCandidate(block, { ...search, headers }));
}

function longTable({ header, paths }: HeaderBlock, grid: Grid): Candidate | undefined {
	const cells = paths.map((path) => path.at(-1) ?? { text: '', key: '' });
	const kinds = cells.map(({ key }) => frameColumn(key));
	const hasUnit = kinds.includes('unit') || kinds.includes('unit-code');
	if (!hasUnit || !kinds.includes('measure-name') || !kinds.includes('value')) return undefined;
	const columns = cells.map(({ text, key }, at): TableColumn => {
		const column = { column: at + 1, name: text || columnLetter(at + 1), key };
		const first = kinds.indexOf(kinds[at]) === at;
		const kind = kinds[at] && first ? kinds[at] : undefined;
		if (kind) return { ...column, role: { kind }, by: 'exact' };
		return { ...column, role: { kind: text === '' ? 'blank' : 'unknown' } };
	});
	const table = { titles: [], top: header, header, end: grid.rows.length, columns };
	return { table, coded: false, hits: 3, titled: false, share: 1 };
}

function tidyCandidate(
	{ top, header, paths }: HeaderBlock,
	{ headers, grid, period }: Search & { headers: TemplateHeaders }
): Candidate[] {
	const above = grid.rows.slice(Math.max(0, top - 1 - ROWS_OF_A_TITLE), top - 1);
	const title = [...above.flatMap(textsOf), grid.sheet ?? ''];
	const named = findTitlePeriod([...above, [grid.sheet ?? null]])?.period ?? period;
	const columns = matchColumns(paths, { headers, year: named?.slice(0, 4) }).map(
		(match, at): TableColumn => ({
			column: at + 1,
			...nameOf(paths[at] ?? [], { at, match }),
			...match
		})
	);
	const hits = countHits(columns);
	const hasUnit = columns.some(({ role }) => role.kind === 'unit' || role.kind === 'unit-code');
	const onlyPercentages = hits > 0 && columns.every(({ role }) => role.kind !== 'measure');
	if (hits < FEWEST_HITS + (hasUnit ? 0 : 1) && !(hasUnit && onlyPercentages)) return [];
	const { template } = headers;
	const table = { template, titles: [], top, header, end: grid.rows.length, columns };
	return [
		{
			table,
			coded: columns.some(({ by }) => by === 'code'),
			hits: hits + (hasUnit ? 1 : 0),
			titled: namesTemplate(title.join(' '), template),
			share: hits / template.measures.length
		}
	];
}

/** What a column is called: its levels joined, without the code under them. */
function nameOf(
	path: HeaderPath,
	{ at, match: { by } }: { at: number; match: ColumnMatch }
): { name: string; key: string } {
	const levels = by === 'code' && path.length > 1 ? path.slice(0, -1) : path;
	const name = levels.map(({ text }) => text).join(' › ');
	return { name: name || columnLetter(at + 1), key: headerKey(name) };
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

function bestOf(candidates: readonly Candidate[]): Candidate | undefined {
	return candidates.reduce<Candidate | undefined>(
		(best, each) => (best && !isBetter(each, best) ? best : each),
		undefined
	);
}

function isBetter(a: Candidate, b: Candidate): boolean {
	if (a.coded !== b.coded) return a.coded;
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
