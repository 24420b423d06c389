import type { Arrival, Pace } from '#lib/assess/pace.ts';
import { toDecimal } from '#lib/base/format-number.ts';
import type { Fraction } from '#lib/base/fraction.ts';

/** A pace as JSON: shares in per cent points (for a count plain numbers), with a point and a sign. */
export function describePace(pace: Pace | undefined, isRatio: boolean): object | null {
	if (!pace) return null;
	const { word, due, goal, baseline, expected, required, slope, projected, interval } = pace;
	const print = (value: Fraction): string => signedDecimal(value, isRatio);
	return {
		word,
		due,
		goal: print(goal),
		baseline: baseline.period,
		expected: expected ? print(expected) : null,
		required: required ? { count: required.count, points: print(required.share) } : null,
		slope: slope ? print(slope) : null,
		projected: projected ? arrivalText(projected) : null,
		interval: interval ? [interval.earliest, interval.latest].map(arrivalText) : null,
		points: pace.points.map(({ period, value }) => ({ period, ...value }))
	};
}

function arrivalText(arrival: Arrival): string {
	return arrival.kind === 'month' ? arrival.month : arrival.kind;
}

function signedDecimal({ numerator, denominator }: Fraction, isRatio: boolean): string {
	const size = {
		numerator: (numerator < 0n ? -numerator : numerator) * (isRatio ? 100n : 1n),
		denominator
	};
	const printed = toDecimal(size, 2);
	return numerator < 0n && /[1-9]/.test(printed) ? `-${printed}` : printed;
}
