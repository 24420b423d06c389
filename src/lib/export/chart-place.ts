import { escapeXml } from './office-xml.ts';

/** Where a chart's data stand on a sheet: the corner above the categories, left of the first name; rows and columns from 0. */
export interface ChartPlace {
	sheet: string;
	row: number;
	column: number;
}

/** The cells of the categories as a formula names them: `'Số liệu'!$A$2:$A$9`. */
export function categoryCells(place: ChartPlace, count: number): string {
	return cells(place, { column: 0, from: 1, to: count });
}

/** The cells of a column of values, the first column being 0. */
export function valueCells(place: ChartPlace, column: number, count: number): string {
	return cells(place, { column: column + 1, from: 1, to: count });
}

/** The cell that holds a column's name. */
export function nameCell(place: ChartPlace, column: number): string {
	return cells(place, { column: column + 1, from: 0, to: 0 });
}

/** The letters of a column: 0 is `A`, 26 `AA`. */
export function columnLetters(column: number): string {
	const before = Math.floor(column / 26) - 1;
	const last = String.fromCharCode(65 + (column % 26));
	return before < 0 ? last : columnLetters(before) + last;
}

function cells(
	place: ChartPlace,
	{ column, from, to }: { column: number; from: number; to: number }
): string {
	const letters = columnLetters(place.column + column);
	const sheet = `'${place.sheet.replaceAll("'", "''")}'!`;
	const [first, last] = [from, to].map((row) => `$${letters}$${place.row + row + 1}`);
	return escapeXml(sheet + (first === last ? `${first}` : `${first}:${last}`));
}
