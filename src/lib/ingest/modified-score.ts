import { compareFractions, parseDecimal } from '#lib/base/fraction.ts';

/**
 * True where the modified z-score of a figure beside the others, 0,6745·|x − median| ÷ MAD, is above the limit (a plain
 * decimal); `undefined` where more than half of the others are alike, so that the MAD is zero. Exact: twice the median
 * and twice the MAD are whole numbers. After Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993).
 */
export function isOutlier(
	figure: bigint,
	others: readonly bigint[],
	limit: string
): boolean | undefined {
	const middle = twiceMedian(others);
	const spread = twiceMedian(others.map((other) => distance(2n * other, middle)));
	if (spread === 0n) return undefined;
	const score = { numerator: 13490n * distance(2n * figure, middle), denominator: 10000n * spread };
	return compareFractions(score, parseDecimal(limit)) > 0;
}

/** Twice the median, a whole number; 0 where there are no figures. */
export function twiceMedian(figures: readonly bigint[]): bigint {
	const inOrder = figures.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
	const half = inOrder.length / 2;
	const lower = inOrder[Math.ceil(half) - 1] ?? 0n;
	const upper = inOrder[Math.floor(half)] ?? 0n;
	return lower + upper;
}

/** |a − b|. */
export function distance(a: bigint, b: bigint): bigint {
	return a > b ? a - b : b - a;
}
