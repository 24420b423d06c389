/** How many letters to insert, leave out or change to turn one text into the other; `limit + 1` where it is more. */
export function editDistance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let row = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		row = nextRow(row, a[i - 1] ?? '', { i, b });
		if (row.every((distance) => distance > limit)) return limit + 1;
	}
	return Math.min(row[b.length] ?? 0, limit + 1);
}

function nextRow(row: number[], letter: string, { i, b }: { i: number; b: string }): number[] {
	let left = i;
	const next = [left];
	for (let j = 1; j <= b.length; j++) {
		const changed = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1);
		left = Math.min(changed, (row[j] ?? 0) + 1, left + 1);
		next.push(left);
	}
	return next;
}
