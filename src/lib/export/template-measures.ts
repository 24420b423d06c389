import type { TemplateColumn } from '#lib/views/template-columns.ts';
import type { TemplateSheet } from '#lib/views/template-form.ts';

const LINE_HEIGHT = 14.5;
const PADDING = 4;

/** The width of a column in characters. */
export function columnWidth({ kind, heading }: TemplateColumn): number {
	switch (kind) {
		case 'index':
			return 5;
		case 'unit':
			return 38;
		case 'unit-code':
			return 12;
		case 'gap':
			return 3;
		case 'notes':
			return 20;
		case 'text':
			return 16;
		case 'figure':
		case 'closed':
		case 'known':
			return heading.length > 40 ? 12 : 10;
	}
}

/** The heights, in points, of the rows that need one: titles, headings that wrap, and rows to write in by hand. */
export function rowHeights(sheet: TemplateSheet): { row: number; height: number }[] {
	const { columns, header, rows, units } = sheet;
	const [upper, lower, whole] = [
		linesFor(columns, ({ group }) => group !== undefined, groupLines(columns)),
		linesFor(columns, ({ group }) => group !== undefined),
		linesFor(columns, ({ group }) => group === undefined)
	];
	const both = Math.max(upper + lower, whole);
	return [
		{ row: header.from - 2, height: 24 },
		{ row: header.from - 1, height: 20 },
		{ row: header.from, height: upper * LINE_HEIGHT + PADDING },
		{ row: header.from + 1, height: (both - upper) * LINE_HEIGHT + PADDING },
		{ row: header.to, height: 13 },
		...rows.flatMap((_, at) =>
			at + 1 >= units.from && at + 1 <= units.to + 1 ? [{ row: at + 1, height: 18 }] : []
		)
	];
}

/** How many lines a text takes in a column so wide, broken between words. */
export function linesOf(text: string, width: number): number {
	let lines = 1;
	let filled = 0;
	for (const word of text.split(' ')) {
		if (filled > 0 && filled + 1 + word.length > width) {
			lines += 1;
			filled = word.length;
		} else filled += (filled > 0 ? 1 : 0) + word.length;
	}
	return lines;
}

function linesFor(
	columns: readonly TemplateColumn[],
	isCounted: (column: TemplateColumn) => boolean,
	lines = (column: TemplateColumn): number => linesOf(column.heading, columnWidth(column) - 1)
): number {
	return Math.max(1, ...columns.filter(isCounted).map(lines));
}

/** The lines of the heading over a column, which has the width of all columns that it spans. */
function groupLines(columns: readonly TemplateColumn[]): (column: TemplateColumn) => number {
	return ({ group = '' }) => {
		const spanned = columns.filter((column) => column.group === group);
		const narrowest = Math.min(...spanned.map(columnWidth));
		return linesOf(group, narrowest - 1);
	};
}
