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
	const { columns, header, units } = sheet;
	const written = Array.from({ length: units.to - units.from + 2 }, (_, at) => units.from + at);
	return [
		{ row: header.from - 2, height: 24 },
		{ row: header.from - 1, height: 20 },
		...headingHeights(columns).map((height, at) => ({ row: header.from + at, height })),
		{ row: header.to, height: 13 },
		...written.map((row) => ({ row, height: 18 }))
	];
}

/** One height where nothing spans columns; else that of the spans, and that of what they span. */
function headingHeights(columns: readonly TemplateColumn[]): number[] {
	const spanned = columns.filter(({ group }) => group !== undefined);
	const whole = mostLines(columns.filter(({ group }) => group === undefined));
	if (spanned.length === 0) return [heightOf(whole)];
	const upper = Math.max(...spanned.map((column) => groupLines(column, columns)));
	const lower = Math.max(mostLines(spanned), whole - upper);
	return [heightOf(upper), heightOf(lower)];
}

function heightOf(lines: number): number {
	return lines * LINE_HEIGHT + PADDING;
}

function mostLines(columns: readonly TemplateColumn[]): number {
	return Math.max(1, ...columns.map((column) => linesOf(column.heading, columnWidth(column) - 1)));
}

/** The lines of the heading over a column, as wide as the columns that it spans there. */
function groupLines({ group = '' }: TemplateColumn, columns: readonly TemplateColumn[]): number {
	const isIn = (at: number): boolean => columns[at]?.group === group;
	const stretches = columns.flatMap((_, at) => {
		if (!isIn(at) || isIn(at - 1)) return [];
		const behind = columns.findIndex((_, place) => place > at && !isIn(place));
		const stretch = columns.slice(at, behind < 0 ? columns.length : behind);
		return [stretch.reduce((width, each) => width + columnWidth(each), 0)];
	});
	return linesOf(group, Math.min(...stretches) - 1);
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
