import type { Totals } from '#lib/base/indicator-total.ts';
import type { Period } from '#lib/base/period.ts';
import type { CeilingReading } from '#lib/catalogue/settings.ts';

/** The indicators whose ratings have a ceiling on "excellent", each with the advisory one that counts the excellent. */
const EXCELLENT_OF: Readonly<Record<string, string>> = {
	'grassroots-rated-good': 'grassroots-excellent',
	'members-rated-good': 'members-excellent'
};

/** How many of a unit and all below it may be rated excellent, and how many are. */
export interface RatingCeiling {
	unit: string;
	/** What the ceiling is a share of: those rated good, good or better, or all rated. */
	base: bigint;
	/** The whole number of `percent` per cent of the base, rounded down. */
	allowed: bigint;
	given: bigint;
	/** How many are beyond what is allowed; 0 where none is. */
	over: bigint;
	/** The closed year that the ratings are of. */
	asOf?: Period;
}

/** Which ceiling is asked for: the indicator of those rated good or better, and how the ceiling is read. */
export interface CeilingQuestion {
	indicator: string;
	period: Period;
	reading: CeilingReading;
	percent: number;
}

/** True for an indicator of ratings, on which there is a ceiling. */
export function hasCeiling(indicator: string): boolean {
	return Object.hasOwn(EXCELLENT_OF, indicator);
}

/** The advisory indicator that counts the excellent among those of an indicator of ratings; `undefined` for others. */
export function excellentOf(indicator: string): string | undefined {
	return EXCELLENT_OF[indicator];
}

/**
 * The ceiling on "excellent" of a unit and all below it, on whole numbers (DOMAIN §1.1). It warns and decides nothing:
 * no target stands on it. `undefined` for other indicators and where no ratings are reported.
 */
export function ratingCeilingOf(
	totals: Totals,
	unit: string,
	{ indicator, period, reading, percent }: CeilingQuestion
): RatingCeiling | undefined {
	const good = totals.total(unit, period, indicator);
	const excellent = totals.total(unit, period, EXCELLENT_OF[indicator] ?? '');
	const [goodOrBetter, rated, given] = [good?.numerator, good?.denominator, excellent?.numerator];
	if (goodOrBetter === undefined || rated === undefined || given === undefined) return undefined;
	const bases = { good: goodOrBetter - given, 'good-or-better': goodOrBetter, rated };
	const base = bases[reading];
	const allowed = (base * BigInt(percent)) / 100n;
	const over = given > allowed ? given - allowed : 0n;
	return { unit, base, allowed, given, over, ...(good?.asOf && { asOf: good.asOf }) };
}

/** The units that are over their own ceiling, those furthest over first. */
export function unitsOverCeiling(
	totals: Totals,
	units: readonly string[],
	question: CeilingQuestion
): RatingCeiling[] {
	return units
		.flatMap((unit) => ratingCeilingOf(totals, unit, question) ?? [])
		.filter(({ over }) => over > 0n)
		.toSorted((a, b) => Number(b.over - a.over));
}
