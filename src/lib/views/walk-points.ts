/** Where a walk along the points of a chart stands, places from 0. */
export interface Walk {
	/** Absent before the first step. */
	at?: number;
	/** Where the first step leads. */
	start: number;
	count: number;
}

const STEPS: Readonly<Record<string, number>> = {
	ArrowLeft: -1,
	ArrowRight: 1,
	ArrowUp: -1,
	ArrowDown: 1
};

/**
 * The place that a key leads to: a neighbour by an arrow, an end by Home and End; the first arrow leads to the start, and none
 * past the ends. `undefined` for any other key, and where there are no points.
 */
export function walkedTo(key: string, { at, start, count }: Walk): number | undefined {
	if (count === 0) return undefined;
	if (key === 'Home') return 0;
	if (key === 'End') return count - 1;
	const step = STEPS[key];
	if (step === undefined) return undefined;
	return Math.min(count - 1, Math.max(0, at === undefined ? start : at + step));
}
