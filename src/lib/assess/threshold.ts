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

/** The target's threshold, per cent where the value is a ratio; `undefined` while nobody has set it. */
export function thresholdOf(target: Target, isRatio: boolean): Threshold | undefined {
	if (!target.threshold) return undefined;
	const scale = isRatio ? perCent : (value: Fraction): Fraction => value;
	const { comparator, value, max } = target.threshold;
	return {
		comparator,
		value: scale(parseDecimal(value)),
		max: max === undefined ? undefined : scale(parseDecimal(max))
	};
}

/** The ends of the targets' thresholds as shares of 1: what a printed ratio must not be mistaken for. */
export function edgesOf(targets: readonly Target[]): Fraction[] {
	return targets.flatMap((target) => {
		const threshold = thresholdOf(target, true);
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
