/** Rows in the order of a number that each has, those of one number in their own order. */
export interface RowOrder {
	rows: Int32Array;
	/** Where the rows of each number begin; one more than there are numbers. */
	starts: Int32Array;
}

/** The rows by number, below `count`; a row of −1 is left out. */
export function orderRows(numbers: Int32Array, count: number): RowOrder {
	const starts = new Int32Array(count + 1);
	for (const number of numbers) if (number >= 0) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
	for (let at = 0; at < count; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
	const rows = new Int32Array(starts[count] ?? 0);
	const next = starts.slice();
	for (let row = 0; row < numbers.length; row += 1) {
		const number = numbers[row] ?? -1;
		if (number < 0) continue;
		const place = next[number] ?? 0;
		rows[place] = row;
		next[number] = place + 1;
	}
	return { rows, starts };
}

/** Calls back for each number that has rows, with them. */
export function eachGroup(
	{ rows, starts }: RowOrder,
	visit: (rows: Int32Array, number: number) => void
): void {
	for (let number = 0; number + 1 < starts.length; number += 1) {
		const [begin, end] = [starts[number] ?? 0, starts[number + 1] ?? 0];
		if (end > begin) visit(rows.subarray(begin, end), number);
	}
}
