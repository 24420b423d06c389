import type { Fraction } from '#lib/base/fraction.ts';
import type { IndicatorTotal, Totals } from '#lib/base/indicator-total.ts';
import type { Period } from '#lib/base/period.ts';

/** What one unit brings to a whole: its two sums; the denominator is 0 for a count, and where there is nothing to divide. */
export interface Tally {
	numerator: bigint;
	denominator: bigint;
}

/** The part of a whole that one unit below it brings. */
export interface TallyPart {
	/** Absent for what the whole has beside the units below it: its own direct figures, what a split left unallocated. */
	unit?: string;
	/** Absent where the unit has no figures. */
	tally?: Tally;
}

/** Which whole is taken apart: the unit, the units directly below it, the period and the indicator's id. */
export interface PartsQuestion {
	unit: string;
	children: readonly string[];
	period: Period;
	indicator: string;
}

/** A whole and its parts, which add up to it exactly; the part without a unit stands last and only where it is not nil. */
export function tallyParts(
	totals: Totals,
	{ unit, children, period, indicator }: PartsQuestion
): { whole?: Tally; parts: TallyPart[] } {
	const whole = tallyOf(totals.total(unit, period, indicator));
	const parts = children.map((child): TallyPart => {
		const tally = tallyOf(totals.total(child, period, indicator));
		return { unit: child, ...(tally && { tally }) };
	});
	if (!whole) return { parts };
	const rest = parts.reduce(
		(left, { tally }) => ({
			numerator: left.numerator - (tally?.numerator ?? 0n),
			denominator: left.denominator - (tally?.denominator ?? 0n)
		}),
		whole
	);
	const isNil = rest.numerator === 0n && rest.denominator === 0n;
	return { whole, parts: isNil ? parts : [...parts, { tally: rest }] };
}

/** The ratio of a tally; `undefined` where its denominator is zero. */
export function ratioOf(tally: Tally | undefined): Fraction | undefined {
	if (!tally || tally.denominator === 0n) return undefined;
	const sign = tally.denominator < 0n ? -1n : 1n;
	return { numerator: sign * tally.numerator, denominator: sign * tally.denominator };
}

function tallyOf(total: IndicatorTotal | undefined): Tally | undefined {
	if (total?.numerator === undefined && total?.denominator === undefined) return undefined;
	return { numerator: total.numerator ?? 0n, denominator: total.denominator ?? 0n };
}
