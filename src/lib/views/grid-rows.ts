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

/** The rows in trouble, and those that were corrected, so that a row does not vanish under the hand. */
export function rowsInTrouble(
	troubled: Iterable<number>,
	corrected: Iterable<{ row: number }>
): GridRows {
	const rows = Uint32Array.from(
		new Set([...troubled, ...[...corrected].map(({ row }) => row)])
	).sort();
	return { length: rows.length, at: (place) => rows[place], placeOf: (row) => placeIn(rows, row) };
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
