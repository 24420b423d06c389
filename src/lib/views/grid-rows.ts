/** The rows that a grid shows, by their place in it. */
export interface GridRows {
	length: number;
	/** The row of the sheet, from 1, at a place from 0; `undefined` past the end. */
	at: (place: number) => number | undefined;
	/** The place of a row of the sheet, or of the next one shown; `length` past the last. */
	placeOf: (row: number) => number;
}

/** Every row from the first to the last. */
export function allRows({ first, last }: { first: number; last: number }): GridRows {
	const length = Math.max(0, last - first + 1);
	return {
		length,
		at: (place) => (place >= 0 && place < length ? first + place : undefined),
		placeOf: (row) => Math.min(length, Math.max(0, row - first))
	};
}

/** The rows in trouble, ascending, and those that were corrected, so that a row does not vanish under the hand. */
export function rowsInTrouble(
	troubled: Uint32Array,
	corrected: Iterable<{ row: number }>
): GridRows {
	const others = [...corrected].map(({ row }) => row).filter((row) => !isAmong(troubled, row));
	const rows =
		others.length === 0 ? troubled : Uint32Array.from([...troubled, ...new Set(others)]).sort();
	return { length: rows.length, at: (place) => rows[place], placeOf: (row) => placeIn(rows, row) };
}

function isAmong(rows: Uint32Array, row: number): boolean {
	return rows[placeIn(rows, row)] === row;
}

function placeIn(rows: Uint32Array, row: number): number {
	let [low, high] = [0, rows.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((rows[middle] ?? 0) < row) low = middle + 1;
		else high = middle;
	}
	return low;
}
