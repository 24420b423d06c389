import { type Fraction, compareFractions, parseDecimal, perCent } from '#lib/base/fraction.ts';
import type { Comparator, Target } from '#lib/catalogue/catalogue.ts';

/** A target's comparator and ends as exact fractions of the same scale as the value (90 % is 90/100). */
export interface Threshold {
	comparator: Comparator;
	value: Fraction;
	/** The upper end of a band. */
	max?: Fraction;
}

/** Where a value lies beside a threshold; `above` is the far side of a band, which is not a failure. */
export type Verdict = 'met' | 'below' | 'above';

/**
 * The target as it stands in a year: with that year's value of its yearly path, and without the path. A target without
 * one is given back itself; outside its own years it stands as in the nearest of them.
 */
export function targetIn(target: Target, year: number): Target {
	if (!target.threshold?.path) return target;
	const { path, comparator, ...first } = target.threshold;
	const held = Math.min(
		Math.max(year, target.from ?? year),
		target.to ?? Math.max(year, target.from ?? year)
	);
	const stage = path.filter(({ from }) => from <= held).at(-1) ?? first;
	return {
		...target,
		threshold: {
			comparator,
			value: stage.value,
			...(stage.max !== undefined && { max: stage.max })
		}
	};
}

/**
 * The target's threshold, per cent where the value is a ratio; `undefined` while nobody has set it. A target with a yearly
 * path needs the year, unless it was already taken as it stands in one (`targetIn`).
 */
export function thresholdOf(
	target: Target,
	isRatio: boolean,
	year?: number
): Threshold | undefined {
	const { threshold } = year === undefined ? target : targetIn(target, year);
	if (!threshold) return undefined;
	const scale = isRatio ? perCent : (value: Fraction): Fraction => value;
	const { comparator, value, max } = threshold;
	return {
		comparator,
		value: scale(parseDecimal(value)),
		max: max === undefined ? undefined : scale(parseDecimal(max))
	};
}

/**
 * The ends of the targets' thresholds as shares of 1: what a printed ratio must not be mistaken for. The year as for
 * `thresholdOf`: the targets of assessments do without.
 */
export function edgesOf(targets: readonly Target[], year?: number): Fraction[] {
	return targets.flatMap((target) => {
		const threshold = thresholdOf(target, true, year);
		return [threshold?.value, threshold?.max].filter((edge) => edge !== undefined);
	});
}

/**
 * The verdict on an exact value: both ends of a band are in it, `>` is strict (MODEL "Targets").
 * For `<=` and `<` the failing side is `above`.
 */
export function verdictOn(value: Fraction, threshold: Threshold): Verdict {
	const side = compareFractions(value, threshold.value);
	switch (threshold.comparator) {
		case '>=':
			return side >= 0 ? 'met' : 'below';
		case '>':
			return side > 0 ? 'met' : 'below';
		case '=':
			return side === 0 ? 'met' : side < 0 ? 'below' : 'above';
		case '<=':
			return side <= 0 ? 'met' : 'above';
		case '<':
			return side < 0 ? 'met' : 'above';
		case 'between': {
			if (side < 0) return 'below';
			return compareFractions(value, threshold.max ?? threshold.value) > 0 ? 'above' : 'met';
		}
	}
}

/** Below zero where `a` is the stricter threshold: the higher floor, `>` before `=` before `>=`, the lower ceiling. */
export function compareStrictness(a: Threshold, b: Threshold): number {
	const order: Comparator[] = ['>', '=', '>=', 'between', '<', '<='];
	const isCeiling = a.comparator === '<' || a.comparator === '<=';
	const byValue = compareFractions(a.value, b.value) * (isCeiling ? 1 : -1);
	return byValue || order.indexOf(a.comparator) - order.indexOf(b.comparator);
}
