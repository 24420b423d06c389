import { columnLetter } from '#lib/base/cell-address.ts';
import type { Answers, Layout } from '#lib/base/layout.ts';
import type { Period } from '#lib/base/period.ts';
import type { Template } from '#lib/catalogue/catalogue.ts';
import { MOST } from './bounds.ts';
import { findTitlePeriod } from './find-period.ts';
import { headerKeys, textsOf, type Table, type TableColumn } from './find-table.ts';
import type { Cell, Grid } from './grid.ts';
import { continuesHeader, headerBlock, type HeaderBlock, type HeaderPath } from './header-block.ts';
import type { TemplateHeaders } from './header-dictionary.ts';
import { headerKey, type HeaderText } from './header-key.ts';
import { headerLike, namesColumn } from './header-like.ts';
import { isFigureRow, longColumns } from './long-header.ts';
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
const ROWS_OF_A_TITLE = 12;
/** No header is taller; rows of words without end are none. */
const MOST_HEADER_ROWS = 12;

/** What the analyst says of a sheet's tables. */
export interface FindTablesOptions {
	/** `header`: the last header row of the one table meant; `template`: which of several that fit. */
	answers?: Answers;
	/** The period, in whose year the quarters of headings lie. */
	period?: Period;
	/** What was settled for earlier files: the same headers are of the same template. */
	layouts?: readonly Layout[];
}

/**
 * The tables of a grid, top to bottom, found by the words of their headers, wherever these stand; a table without a
 * unit column too, for the analyst to be told. A header that a new page repeats begins no table. So many rows are looked
 * at as `MOST.headers`; more than `MOST.tables` headers with nothing in between are given each as a table.
 */
export function findTables(
	grid: Grid,
	dictionary: readonly TemplateHeaders[],
	{ answers = {}, period, layouts = [] }: FindTablesOptions = {}
): Table[] {
	const settled = { answers, layouts };
	const search = { dictionary, grid, period, blocks: new Map() };
	if (answers.header !== undefined) {
		const forced = candidatesUnder(Number(answers.header), search);
		return apart(tableOf(forced, settled), grid);
	}
	const clusters: Candidate[][] = [];
	let touching: Candidate[][] = [];
	let [looked, before] = [0, -1];
	for (const { index, words } of headerLike(grid.rows, dictionary)) {
		const last = clusters.at(-1)?.[0];
		if (last && isFigureRow(last.table, grid.rows[index] ?? [], words)) continue;
		if ((looked += 1) > MOST.headers) break;
		const candidates = candidatesAt(index + 1, search);
		const [best] = candidates;
		touching = best && index === before + 1 ? [...touching, candidates] : [];
		before = index;
		if (touching.length > MOST.tables) return touching.flatMap((each) => tableOf(each, settled));
		if (best && last && best.table.top - last.table.header <= 1) {
			clusters.at(-1)?.push(...candidates);
		} else if (best) {
			clusters.push(candidates);
		}
	}
	return apart(
		clusters.flatMap((candidates) => tableOf(candidates, settled)),
		grid
	);
}

/** The table of the candidate that fits best; where templates fit equally well, the one settled, else all of them. */
function tableOf(
	candidates: readonly Candidate[],
	{ answers, layouts }: { answers: Answers; layouts: readonly Layout[] }
): Table[] {
	const best = bestOf(candidates);
	if (!best) return [];
	const equals = candidates.filter(
		({ table, coded, hits, titled }) =>
			table.header === best.table.header &&
			coded === best.coded &&
			hits === best.hits &&
			titled === best.titled
	);
	const keys = headerKeys(best.table.columns).join('\n');
	const known = layouts.find(({ headers }) => headers.join('\n') === keys)?.template;
	const chosen = equals.find(({ table }) => table.template?.id === (answers.template ?? known));
	if (chosen) return [chosen.table];
	const others = new Set(equals.flatMap(({ table }) => table.template ?? []));
	if (best.table.template) others.delete(best.table.template);
	return [{ ...best.table, ...(others.size > 0 && { rivals: [...others] }) }];
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
	/** Those known already: rows that touch are looked at again and again. */
	blocks: Map<number, HeaderBlock>;
}

/** The tables that a row, from 1, may be the header of; that row, or those under it that go on with it. */
function candidatesAt(header: number, search: Search, first = header): Candidate[] {
	const block = blockAt(header, search);
	if (block.paths.filter((path) => path.length > 0).length < 2) return [];
	const long = longTable(block, search.grid);
	if (long) return [long];
	if (header - first < MOST_HEADER_ROWS && continuesHeader(search.grid, block)) {
		return candidatesAt(header + 1, search, first);
	}
	const title = titleOf(block, search);
	return search.dictionary
		.map((headers) => tidyCandidate(block, { ...search, ...title, headers }))
		.filter(isTable);
}

/** The tables that a row is the header of because the analyst says so. */
function candidatesUnder(header: number, search: Search): Candidate[] {
	const block = blockAt(header, search);
	const long = longTable(block, search.grid);
	if (long) return [long];
	const title = titleOf(block, search);
	return search.dictionary
		.map((headers) => tidyCandidate(block, { ...search, ...title, headers }))
		.filter(({ hits }) => hits > 0);
}

function blockAt(header: number, { dictionary, grid, blocks }: Search): HeaderBlock {
	const before = blocks.get(header);
	if (before) return before;
	const known = (cell: HeaderText): boolean =>
		dictionary.some((headers) => namesColumn(cell, headers));
	const block = headerBlock(grid, { header, known });
	blocks.set(header, block);
	return block;
}

function longTable({ header, paths }: HeaderBlock, grid: Grid): Candidate | undefined {
	const columns = longColumns(paths.map((path) => path.at(-1) ?? { text: '', key: '' }));
	if (!columns) return undefined;
	const table = { titles: [], top: header, header, end: grid.rows.length, columns };
	return { table, coded: false, hits: 3, titled: false, share: 1 };
}

/** What stands over a header and on its sheet's tab, and the year that it names. */
interface TitleWords {
	key: string;
	year?: string;
}

function titleOf({ top }: HeaderBlock, { grid, period }: Search): TitleWords {
	const above = grid.rows.slice(Math.max(0, top - 1 - ROWS_OF_A_TITLE), top - 1);
	const title = [...above.flatMap(textsOf), grid.sheet ?? ''].join(' ');
	const named = findTitlePeriod([...above, [grid.sheet ?? null]])?.period ?? period;
	return { key: headerKey(title), ...(named !== undefined && { year: named.slice(0, 4) }) };
}

function tidyCandidate(
	{ top, header, paths }: HeaderBlock,
	{ headers, grid, key, year }: Search & TitleWords & { headers: TemplateHeaders }
): Candidate {
	const columns = matchColumns(paths, { headers, year }).map((match, at): TableColumn => ({
		column: at + 1,
		name: nameOf(paths[at] ?? [], match) || columnLetter(at + 1),
		...match
	}));
	const hits = countHits(columns);
	const { template } = headers;
	return {
		table: { template, titles: [], top, header, end: grid.rows.length, columns },
		coded: columns.some(({ by }) => by === 'code'),
		hits: hits + (hasUnitColumn(columns) ? 1 : 0),
		titled: namesTemplate(key, template),
		share: hits / template.measures.length
	};
}

/** True for a header that knows two columns of its template beside the units, or three, or percentages alone. */
function isTable({ table: { columns }, hits }: Candidate): boolean {
	if (hits > FEWEST_HITS) return true;
	const onlyPercentages = columns.every(({ role }) => role.kind !== 'measure');
	return hits > 1 && hasUnitColumn(columns) && onlyPercentages;
}

function hasUnitColumn(columns: readonly TableColumn[]): boolean {
	return columns.some(({ role }) => role.kind === 'unit' || role.kind === 'unit-code');
}

/** What a column is called: its levels joined, without the code under them; empty where it has no header. */
function nameOf(path: HeaderPath, { by }: ColumnMatch): string {
	const levels = by === 'code' && path.length > 1 ? path.slice(0, -1) : path;
	return levels.map(({ text }) => text).join(' › ');
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

/** True where the title rows or the sheet's name, folded, call the template by its number or its title. */
function namesTemplate(key: string, { id, title: words }: Template): boolean {
	const number = id.replace(/\D/g, '');
	return (
		new RegExp(`\\b(?:bieu|bieu so|b) ?0?${number}\\b`).test(key) ||
		key.includes(headerKey(words.vi))
	);
}
