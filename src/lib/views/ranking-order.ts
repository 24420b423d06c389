import type { Standing } from '#lib/assess/standing.ts';
import { thresholdOf } from '#lib/assess/threshold.ts';
import { compareFractions, type Fraction } from '#lib/base/fraction.ts';

/** By what units are ranked. */
export type RankingOrder = 'value' | 'shortfall';

/** Below zero where `a` is to stand before `b`: the worse value, or the greater shortfall; both need a value. */
export function badness(
	a: { standing: Standing },
	b: { standing: Standing },
	order: RankingOrder
): number {
	if (order === 'value') return byValue(a.standing, b.standing);
	const [lackA, lackB] = [a, b].map(({ standing }) => standing.leading?.shortfall ?? 0n);
	if (lackA === lackB) return byValue(a.standing, b.standing);
	return (lackA ?? 0n) > (lackB ?? 0n) ? -1 : 1;
}

/** The lower value is the worse; under a ceiling the higher; beside a band the one farther out of it. */
function byValue(a: Standing, b: Standing): number {
	if (!a.value || !b.value) return 0;
	const byHeight = compareFractions(a.value, b.value);
	const comparator = a.leading?.target.threshold?.comparator;
	if (comparator === '<=' || comparator === '<') return -byHeight;
	if (comparator !== 'between') return byHeight;
	return Math.sign(distanceFromBand(b) - distanceFromBand(a)) || byHeight;
}

function distanceFromBand({ value, leading, indicator }: Standing): number {
	const threshold = leading && thresholdOf(leading.target, indicator.denominator.length > 0);
	if (!value || !threshold) return 0;
	const low = numberOf(threshold.value) - numberOf(value);
	const high = numberOf(value) - numberOf(threshold.max ?? threshold.value);
	return Math.max(0, low, high);
}

function numberOf({ numerator, denominator }: Fraction): number {
	return Number(numerator) / Number(denominator);
}
