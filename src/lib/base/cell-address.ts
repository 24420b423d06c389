/** The letter of a column, from 1: A, B … Z, AA. */
export function columnLetter(column: number): string {
	const last = String.fromCharCode(65 + ((column - 1) % 26));
	return column > 26 ? columnLetter(Math.floor((column - 1) / 26)) + last : last;
}

/** The address of a cell, by row and column from 1, as spreadsheets write it: E7. */
export function cellAddress({ row, column }: { row: number; column: number }): string {
	return `${columnLetter(column)}${row}`;
}
