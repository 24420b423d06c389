import { type Fraction, ceilOf, floorOf } from '#lib/base/fraction.ts';
import type { Threshold } from './threshold.ts';
import { verdictOn } from './threshold.ts';

/** How many must be added (`below`) or taken away (`above`) to meet the target; 0 and no side where it is met. */
export interface Shortfall {
	count: bigint;
	side?: 'below' | 'above';
	/** True where no whole number of this denominator lies within the target: adding or taking away `count` passes it. */
	unreachable?: true;
}

/**
 * The shortfall in whole organisations or people: ⌈t·den⌉ − num, for a strict comparator the next one up
 * (MODEL "Shortfall"). For a band the distance to the nearest edge.
 */
export function shortfallOf(value: Fraction, threshold: Threshold): Shortfall {
	const side = verdictOn(value, threshold);
	if (side === 'met') return { count: 0n };
	const edge = side === 'above' ? (threshold.max ?? threshold.value) : threshold.value;
	const whole = {
		numerator: edge.numerator * value.denominator,
		denominator: edge.denominator
	};
	const count =
		side === 'below' ? lacking(value, whole, threshold) : excess(value, whole, threshold);
	const numerator = value.numerator + (side === 'below' ? count : -count);
	const isReached = numerator >= 0n && verdictOn({ ...value, numerator }, threshold) === 'met';
	return { count, side, ...(!isReached && { unreachable: true }) };
}

function lacking(value: Fraction, edge: Fraction, { comparator }: Threshold): bigint {
	const least = comparator === '>' ? floorOf(edge) + 1n : ceilOf(edge);
	return least - value.numerator;
}

function excess(value: Fraction, edge: Fraction, { comparator }: Threshold): bigint {
	const most = comparator === '<' ? ceilOf(edge) - 1n : floorOf(edge);
	return value.numerator - most;
}
