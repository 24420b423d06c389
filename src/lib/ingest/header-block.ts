import { textsOf } from './find-table.ts';
import type { Grid } from './grid.ts';
import { frameColumn } from './header-dictionary.ts';
import { headerKey, headerTexts, type HeaderText } from './header-key.ts';
import { isTitleText, peelPeriod } from './heading.ts';
import { isIndexRow } from './row-labels.ts';

/** The header of one column: its texts from the top row down, repeated and blank ones left out. */
export type HeaderPath = HeaderText[];

/** The header rows over a row, as paths of its columns; rows from 1. */
export interface HeaderBlock {
	top: number;
	header: number;
	paths: HeaderPath[];
}

const MOST_ROWS = 5;
const FIGURE = /^[\d.,]+%?$/;

/** The header whose last row is given (from 1): that row, and those over it that are headings and no title. */
export function headerBlock(
	grid: Grid,
	{ header, known }: { header: number; known: (cell: HeaderText) => boolean }
): HeaderBlock {
	const rows = [header];
	let leaves = textsAt(grid, header);
	for (let row = header - 1; row >= Math.max(1, header - MOST_ROWS); row -= 1) {
		const texts = textsAt(grid, row);
		if (isIndexRow(texts)) continue;
		if (!isHeadingRow(texts, { leaves, known, merged: isTitleMerge(grid, row) })) break;
		rows.unshift(row);
		leaves = texts.map((text, at) => leaves[at] || text);
		if (leaves.length < texts.length) leaves = [...leaves, ...texts.slice(leaves.length)];
	}
	const levels = fillLevels(grid, rows);
	const width = Math.max(0, ...levels.map((texts) => texts.length));
	const paths = Array.from({ length: width }, (_, at) =>
		headerTexts(
			levels
				.map((texts) => texts[at] ?? '')
				.filter((text, level, all) => text !== '' && text !== all[level - 1])
		)
	);
	return { top: rows[0] ?? header, header, paths };
}

/** True where the row under a header goes on with it: words alone, none of them in the unit column. */
export function continuesHeader(grid: Grid, { header, paths }: HeaderBlock): boolean {
	const texts = textsAt(grid, header + 1);
	const filled = texts.filter((text) => text !== '');
	if (filled.length < 2 || filled.some(isFigure) || isIndexRow(texts)) {
		return false;
	}
	const over = texts.filter((text, at) => text !== '' && !isFramePath(paths[at] ?? []));
	const beside = texts.some((text, at) => text !== '' && isUnitPath(paths[at] ?? []));
	return !beside && over.filter((text) => /\p{L}{2}|%|\d{4}/u.test(text)).length >= 2;
}

function isFigure(text: string): boolean {
	return FIGURE.test(text) && !peelPeriod(text);
}

function textsAt(grid: Grid, row: number): string[] {
	return textsOf(grid.rows[row - 1] ?? []);
}

function isUnitPath(path: HeaderPath): boolean {
	return path.some(({ key }) => frameColumn(key) === 'unit');
}

function isFramePath(path: HeaderPath): boolean {
	return path.some(({ key }) => isFrame(key));
}

/** True for a column beside the figures: STT, Đơn vị, Ghi chú. */
function isFrame(key: string): boolean {
	return ['index', 'unit', 'unit-code', 'notes'].includes(frameColumn(key) ?? '');
}

/** True for a row whose one text lies over most of the sheet: a title. */
function isTitleMerge({ merges = [], rows }: Grid, row: number): boolean {
	const width = Math.max(...rows.slice(row, row + 2).map((cells) => cells.length), 0);
	const wide = merges.find(({ top, bottom }) => top <= row && row <= bottom);
	return wide !== undefined && wide.right - wide.left + 1 > width / 2 && wide.left <= 2;
}

/** True for a row of headings over the rows below it; a title stands alone, or over the columns that tell units. */
function isHeadingRow(
	texts: readonly string[],
	{
		leaves,
		known,
		merged
	}: { leaves: readonly string[]; known: (cell: HeaderText) => boolean; merged: boolean }
): boolean {
	const cells = texts.flatMap((text, at) =>
		text === '' ? [] : [{ text, at, key: headerKey(text) }]
	);
	if (cells.length === 0 || merged) return false;
	if (cells.some(({ text }) => isFigure(text))) return false;
	const headings = cells.filter(({ text }) => !isTitleText(text));
	const overFrame = headings.some(
		({ at, key }) => !isFrame(key) && isFrame(headerKey(leaves[at] ?? ''))
	);
	if (overFrame && !headings.some(({ key }) => isFrame(key))) return false;
	const periods = headings.filter(({ text }) => peelPeriod(text)?.rest === '');
	const [only, ...others] = headings;
	if (!only) return false;
	if (others.length === 0) return periods.length === 0 && isHeading(only, { leaves, known });
	return true;
}

/** True for a text that stands alone in its row and heads columns all the same: a known one, or a short one over leaves. */
function isHeading(
	{ text, at, key }: HeaderText & { at: number },
	{ leaves, known }: { leaves: readonly string[]; known: (cell: HeaderText) => boolean }
): boolean {
	if (known({ text, key })) return true;
	const shouts = text === text.toUpperCase() && text.includes(' ');
	return at > 1 && !shouts && (leaves[at] ?? '') !== '' && text.length <= 40;
}

/** The texts of the header rows with headings written over every column that they head. */
function fillLevels(grid: Grid, rows: readonly number[]): string[][] {
	const levels = rows.map((row) => textsAt(grid, row));
	const width = Math.max(0, ...levels.map((texts) => texts.length));
	const held = levels.map(() => new Set<number>());
	for (const merge of grid.merges ?? []) {
		const text = textsAt(grid, merge.top)[merge.left - 1] ?? '';
		rows.forEach((row, level) => {
			if (row < merge.top || row > merge.bottom || (rows[0] ?? 0) > merge.top) return;
			for (let column = merge.left; column <= merge.right; column += 1) {
				held[level]?.add(column - 1);
				const headed = levels.slice(level + 1).some((texts) => texts[column - 1]);
				if (column === merge.left || headed) (levels[level] ??= [])[column - 1] = text;
			}
		});
	}
	return levels.reduce<string[][]>((filled, texts, level) => {
		const below = levels.slice(level + 1);
		return [...filled, spread(texts, { above: filled, below, held: held[level], width })];
	}, []);
}

/** A heading goes on to the right over blank cells, as far as there are headers below and the heading above it reaches. */
function spread(
	texts: readonly string[],
	{
		above,
		below,
		held,
		width
	}: { above: string[][]; below: string[][]; held?: ReadonlySet<number>; width: number }
): string[] {
	const filled: string[] = [];
	const isHeaded = (at: number): boolean => {
		const leaf = below.findLast((level) => level[at])?.[at] ?? '';
		return leaf !== '' && !isFrame(headerKey(leaf));
	};
	for (let at = 0; at < width; at += 1) {
		const own = texts[at] ?? '';
		const left = filled[at - 1] ?? '';
		const goesOn =
			own === '' &&
			left !== '' &&
			!held?.has(at) &&
			!held?.has(at - 1) &&
			isHeaded(at) &&
			isHeaded(at - 1) &&
			above.every((level) => level[at] === level[at - 1]);
		filled.push(goesOn ? left : own);
	}
	return filled;
}
