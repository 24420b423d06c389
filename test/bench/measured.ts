/** One line of the table: a work, how long it took each time, and what it is held to. */
export interface Measured {
	work: string;
	/** What has to hold, in words; `most` of the `unit`, where `×` is of the reference's median. */
	goal: {
		words: string;
		most: number;
		unit: '×' | 'ms' | 'MB' | 'KB' | '%' | '';
		by?: 'median' | 'max';
	};
	/** Milliseconds, megabytes, or whatever the unit is, of every run. */
	values: readonly number[];
	/** The same of the reference in the same run. */
	reference?: { name: string; values: readonly number[] };
	/** What a reader should know of it. */
	remark?: string;
}

/** The middle one of the numbers. */
export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/** The number that the share of the numbers does not exceed. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** What was reached, in the unit of the goal. */
export function reached({ goal, values, reference }: Measured): number {
	const value = goal.by === 'max' ? Math.max(...values) : median(values);
	return goal.unit === '×' && reference ? value / median(reference.values) : value;
}
