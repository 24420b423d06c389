import { type Fraction, compareFractions } from '#lib/base/fraction.ts';
import {
	ZERO,
	differenceOf,
	midpointOf,
	productOf,
	sumOf,
	wholeFraction
} from '#lib/base/fraction-arithmetic.ts';
import type { Totals } from '#lib/base/indicator-total.ts';
import type { Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { type DenominatorMove, watchDenominator } from './denominator-watch.ts';
import { type Tally, type TallyPart, ratioOf, tallyParts } from './tally.ts';

/** A movement in shares of 1 (per cent points ÷ 100), for a count in whole numbers; `total` is `rate` + `mix`, exactly. */
export interface Movement {
	total: Fraction;
	/** By the unit's own ratio having changed. */
	rate: Fraction;
	/** By the unit's weight in the whole (its share of the denominator) having changed; also by coming or going. */
	mix: Fraction;
}

/** What one unit below contributes to the movement of the whole. */
export interface ChangePart extends Movement {
	/** Absent for the part beside the units below: the whole's own direct figures, what a split left unallocated. */
	unit?: string;
	/** Whether the unit has figures in both periods, or only in the later or the earlier one. */
	presence: 'both' | 'entered' | 'left';
	before?: Tally;
	after?: Tally;
}

/** The movement of a whole between two periods, and its parts, which add up to it exactly; the largest part first. */
export interface Change extends Movement {
	before: Tally;
	after: Tally;
	parts: ChangePart[];
	/** Set where the ratio moved by its denominator alone. */
	denominatorMove?: DenominatorMove;
}

/** Which change is asked for. `children` are the units directly below in either period. */
export interface ChangeQuestion {
	unit: string;
	children: readonly string[];
	from: Period;
	to: Period;
	indicator: Indicator;
}

/** How a unit's value moved between two periods, and who moved it; `undefined` where either value is missing. */
export function explainChange(totals: Totals, question: ChangeQuestion): Change | undefined {
	const { unit, children, from, to, indicator } = question;
	const [earlier, later] = [from, to].map((period) =>
		tallyParts(totals, { unit, children, period, indicator: indicator.id })
	);
	if (!earlier?.whole || !later?.whole) return undefined;
	const isRatio = indicator.denominator.length > 0;
	const whole = { before: earlier.whole, after: later.whole };
	return splitChange({ ...whole, parts: pair(earlier.parts, later.parts), isRatio });
}

/** A part of a whole in two periods. */
export interface PairedPart {
	unit?: string;
	before?: Tally;
	after?: Tally;
}

/**
 * The symmetric (midpoint) split of a ratio's movement into rate and mix: with share s and ratio r of each part, and R
 * the mean of the whole's two ratios, rate = (s₀+s₁)/2 · (r₁−r₀) and mix = (s₁−s₀) · ((r₀+r₁)/2 − R). A part without a
 * ratio in one of the periods moves the whole by its mix alone. For a count the parts are the differences.
 * `undefined` where the whole has no ratio in one of the periods.
 */
export function splitChange({
	before,
	after,
	parts,
	isRatio
}: {
	before: Tally;
	after: Tally;
	parts: readonly PairedPart[];
	isRatio: boolean;
}): Change | undefined {
	const [earlier, later] = [ratioOf(before), ratioOf(after)];
	if (isRatio && (!earlier || !later)) return undefined;
	const middle = earlier && later ? midpointOf(earlier, later) : ZERO;
	const moved = parts
		.filter((part) => part.before ?? part.after)
		.map((part): ChangePart => {
			const presence = !part.before ? 'entered' : part.after ? 'both' : 'left';
			const movement = isRatio
				? movementOf(part, { before, after, middle })
				: differenceMovement(part.before, part.after);
			return { ...part, presence, ...movement };
		});
	const move = isRatio ? watchDenominator(before, after) : undefined;
	return {
		before,
		after,
		total: sumOf(moved.map(({ total }) => total)),
		rate: sumOf(moved.map(({ rate }) => rate)),
		mix: sumOf(moved.map(({ mix }) => mix)),
		parts: moved.sort((a, b) => compareFractions(sizeOf(b.total), sizeOf(a.total))),
		...(move && { denominatorMove: move })
	};
}

const NONE: Tally = { numerator: 0n, denominator: 0n };

function movementOf(
	part: PairedPart,
	whole: { before: Tally; after: Tally; middle: Fraction }
): Movement {
	const [before, after] = [part.before ?? NONE, part.after ?? NONE];
	const shareBefore = { numerator: before.denominator, denominator: whole.before.denominator };
	const shareAfter = { numerator: after.denominator, denominator: whole.after.denominator };
	const partBefore = { numerator: before.numerator, denominator: whole.before.denominator };
	const partAfter = { numerator: after.numerator, denominator: whole.after.denominator };
	const total = differenceOf(
		differenceOf(partAfter, partBefore),
		productOf(differenceOf(shareAfter, shareBefore), whole.middle)
	);
	const [earlier, later] = [ratioOf(before), ratioOf(after)];
	const rate =
		earlier && later
			? productOf(midpointOf(shareBefore, shareAfter), differenceOf(later, earlier))
			: ZERO;
	return { total, rate, mix: differenceOf(total, rate) };
}

function differenceMovement(before: Tally = NONE, after: Tally = NONE): Movement {
	const total = wholeFraction(after.numerator - before.numerator);
	return { total, rate: total, mix: ZERO };
}

function pair(before: readonly TallyPart[], after: readonly TallyPart[]): PairedPart[] {
	const units = new Set([...before, ...after].map(({ unit }) => unit));
	return [...units].map((unit) => {
		const earlier = before.find((part) => part.unit === unit)?.tally;
		const later = after.find((part) => part.unit === unit)?.tally;
		return {
			...(unit !== undefined && { unit }),
			...(earlier && { before: earlier }),
			...(later && { after: later })
		};
	});
}

function sizeOf({ numerator, denominator }: Fraction): Fraction {
	return { numerator: numerator < 0n ? -numerator : numerator, denominator };
}
