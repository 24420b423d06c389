/**
 * Whole-number vectors that span all solutions of Σ factor × x = 0 for each row; none where only zero solves it. Rows have
 * one factor for each unknown. Throws a RangeError where a factor grows past the safe whole numbers.
 */
export function nullSpace(rows: readonly (readonly number[])[], unknowns: number): number[][] {
	const { reduced, pivots } = eliminate(rows, unknowns);
	const bound = new Set(pivots);
	const free = Array.from({ length: unknowns }, (_, at) => at).filter((at) => !bound.has(at));
	return free.map((at) => solutionWith(at, { reduced, pivots, unknowns }));
}

interface Reduced {
	/** Each with its pivot the only factor in that column. */
	reduced: readonly number[][];
	/** The column of each row's pivot. */
	pivots: readonly number[];
}

function eliminate(rows: readonly (readonly number[])[], unknowns: number): Reduced {
	let reduced: number[][] = [];
	let waiting = rows.map((row) => [...row]);
	const pivots: number[] = [];
	for (let column = 0; column < unknowns && waiting.length > 0; column += 1) {
		const pivot = waiting.find((row) => row[column] !== 0);
		if (!pivot) continue;
		const cleared = (row: number[]): number[] => withoutColumn(row, pivot, column);
		waiting = waiting.filter((row) => row !== pivot).map(cleared);
		reduced = [...reduced.map(cleared), pivot];
		pivots.push(column);
	}
	return { reduced, pivots };
}

/** The row less so much of the pivot's row that nothing is left in the column. */
function withoutColumn(row: number[], pivot: readonly number[], column: number): number[] {
	const [a, p] = [row[column] ?? 0, pivot[column] ?? 0];
	if (a === 0) return row;
	const next = row.map((factor, at) => safe(factor * p - a * (pivot[at] ?? 0)));
	const divisor = next.reduce(commonDivisor, 0);
	return divisor > 1 ? next.map((factor) => factor / divisor) : next;
}

/** The least whole-number solution in which, of the free unknowns, only this one is not zero. */
function solutionWith(
	free: number,
	{ reduced, pivots, unknowns }: Reduced & { unknowns: number }
): number[] {
	const pivotOf = (row: readonly number[], at: number): number => row[pivots[at] ?? 0] ?? 0;
	const scale = reduced.reduce((least, row, at) => {
		const own = Math.abs(pivotOf(row, at)) / commonDivisor(pivotOf(row, at), row[free] ?? 0);
		return safe((least * own) / commonDivisor(least, own));
	}, 1);
	const solution = new Array<number>(unknowns).fill(0);
	solution[free] = scale;
	for (const [at, row] of reduced.entries()) {
		const factor = (-scale * (row[free] ?? 0)) / pivotOf(row, at);
		if (factor !== 0) solution[pivots[at] ?? 0] = factor;
	}
	return solution;
}

function commonDivisor(a: number, b: number): number {
	let [high, low] = [Math.abs(a), Math.abs(b)];
	while (low > 0) [high, low] = [low, high % low];
	return high;
}

function safe(number: number): number {
	if (!Number.isSafeInteger(number)) throw new RangeError('a factor is too large to be exact');
	return number;
}
