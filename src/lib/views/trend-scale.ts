/** The upright axis of a trend: its ends, and the distance between its lines. */
export interface TrendScale {
	min: number;
	max: number;
	interval: number;
	/** How many decimals its labels need. */
	decimals: number;
}

const STEPS = [1, 2, 2.5, 5, 10];
const MOST_INTERVALS = 5;
const MARGIN = 0.12;

/**
 * Round ends around the numbers, at most five intervals apart; never below zero, and for a ratio never above 100 unless
 * a number is.
 */
export function trendScale(numbers: readonly number[], isRatio: boolean): TrendScale {
	const [lowest, highest] = [Math.min(...numbers, Infinity), Math.max(...numbers, -Infinity)];
	if (numbers.length === 0)
		return { min: 0, max: isRatio ? 100 : 1, interval: isRatio ? 25 : 1, decimals: 0 };
	const margin = Math.max((highest - lowest) * MARGIN, isRatio ? 0.5 : 1);
	const ceiling = isRatio && highest <= 100 ? 100 : Infinity;
	const [from, to] = [Math.max(0, lowest - margin), Math.min(ceiling, highest + margin)];
	const interval = intervalFor(to - from, isRatio ? 0 : 1);
	const min = rounded(Math.floor(from / interval + 1e-9) * interval);
	const max = rounded(Math.min(ceiling, Math.ceil(to / interval - 1e-9) * interval));
	return { min, max, interval, decimals: decimalsOf(interval) };
}

/** The smallest round step that divides the span into few enough intervals. */
function intervalFor(span: number, least: number): number {
	const power = 10 ** Math.floor(Math.log10(span / MOST_INTERVALS));
	const step = STEPS.find((each) => span / (each * power) <= MOST_INTERVALS) ?? 10;
	return Math.max(least, rounded(step * power));
}

function decimalsOf(interval: number): number {
	return String(interval).split('.')[1]?.length ?? 0;
}

function rounded(number: number): number {
	return Number(number.toPrecision(10));
}
