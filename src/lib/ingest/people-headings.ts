import type { Table } from './find-table.ts';
import type { Cell, Grid } from './grid.ts';
import { personalHeading, personalLabel, type PersonalHeading } from './personal-heading.ts';

/** A heading of persons, by row and column from 1. */
export interface HeadingFound {
	row: number;
	column: number;
	heading: string;
}

const FEWEST_CELLS = 3;
const ROWS_READ = 200;
const REMEMBERED = 20_000;
const LONGEST_COUNT = 5;

/**
 * The heading under which a grid lists persons: in a row of headings with something below it, in the levels of a
 * table's header, or down the side of a form. A line of contacts over or under a table is none.
 */
export function findPeopleHeading(
	{ rows }: Grid,
	tables: readonly Table[]
): HeadingFound | undefined {
	const known = new Map<string, PersonalHeading | undefined>();
	const headingOf = (cell: Cell): PersonalHeading | undefined => {
		if (typeof cell !== 'string' || !/\p{L}/u.test(cell)) return undefined;
		if (known.has(cell)) return known.get(cell);
		if (known.size >= REMEMBERED) known.clear();
		const heading = personalHeading(cell);
		known.set(cell, heading);
		return heading;
	};
	for (const [index, cells] of rows.entries()) {
		const headings = cells.map(headingOf);
		if (headings.every((heading) => heading === undefined)) continue;
		const isHeader = tables.some(({ top, header }) => top <= index + 1 && index < header);
		const found = headingInRow(cells, {
			headings,
			below: rows.slice(index + 1, index + 1 + ROWS_READ),
			isHeader
		});
		if (found) return { row: index + 1, ...found };
	}
	return headingsDownTheSide(rows);
}

interface HeadingRow {
	headings: readonly (PersonalHeading | undefined)[];
	/** The rows that follow. */
	below: readonly Cell[][];
	isHeader: boolean;
}

function headingInRow(
	cells: readonly Cell[],
	{ headings, below, isHeader }: HeadingRow
): Omit<HeadingFound, 'row'> | undefined {
	if (!isHeader && cells.slice(1).some((cell) => cell !== null && isShortCount(cell)))
		return undefined;
	const filled = cells.filter((cell) => cell !== null && cell !== '').length;
	const known = headings.filter((heading) => heading !== undefined);
	const isRow = isHeader || filled >= FEWEST_CELLS || known.length > 1;
	if (!isRow && !known.some(({ isOfPerson }) => isOfPerson)) return undefined;
	const at = headings.findIndex((heading, column) => {
		return heading !== undefined && isListedUnder(heading, { column, below, isHeader });
	});
	const heading = headings[at];
	return heading && { column: at + 1, heading: heading.name };
}

/** True where cells below the heading tell of persons rather than count them; a header needs none below it. */
function isListedUnder(
	heading: PersonalHeading,
	{ column, below, isHeader }: { column: number; below: readonly Cell[][]; isHeader: boolean }
): boolean {
	const listed = below
		.map((cells) => cells[column] ?? null)
		.filter((cell) => cell !== null && cell !== '');
	if (isHeader && !heading.isOpen) return true;
	const counts = listed.filter(isShortCount).length;
	if (heading.isOpen && counts * 2 >= listed.length) return false;
	return listed.length > (heading.isOfPerson ? 0 : 1);
}

function isShortCount(cell: Cell): boolean {
	return (
		/^[\d.,\s]+$/.test(String(cell)) && String(cell).replace(/\D/g, '').length <= LONGEST_COUNT
	);
}

/** Two headings of persons or more, one under the other, are a form about one person. */
function headingsDownTheSide(rows: readonly Cell[][]): HeadingFound | undefined {
	const first = new Map<number, HeadingFound>();
	for (const [index, cells] of rows.slice(0, ROWS_READ).entries()) {
		for (const [at, cell] of cells.entries()) {
			const label = typeof cell === 'string' ? personalLabel(cell) : undefined;
			if (!label?.isOfPerson || label.isOpen) continue;
			const above = first.get(at);
			if (above && above.heading !== label.name) return above;
			first.set(at, { row: index + 1, column: at + 1, heading: label.name });
		}
	}
	return undefined;
}
