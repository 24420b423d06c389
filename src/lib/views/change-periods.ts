import type { Language } from '#lib/base/language.ts';
import { kindOf, lastDayOf, type Period, yearBefore } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { Ground } from './indicator-ground.ts';
import { periodName } from './sentence-period.ts';

/** An earlier period that a period may be held against. */
export interface EarlierPeriod {
	period: Period;
	name: string;
}

/**
 * The earlier periods that one compares with, the newest first: those of its kind that have a value; for what is counted
 * from 1 January only the same part of other years.
 */
export function earlierPeriods(
	{ facts: { catalogue, totals } }: Ground,
	{
		unit,
		period,
		indicator,
		language
	}: { unit: string; period: Period; indicator: Indicator; language: Language }
): EarlierPeriod[] {
	const measures = measuresOf(catalogue);
	const used = [...indicator.numerator, ...indicator.denominator];
	const isCumulative = used.some((id) => measures.get(id)?.overTime === 'ytd');
	const isAlike = (other: Period): boolean =>
		isCumulative ? other.slice(4) === period.slice(4) : kindOf(other) === kindOf(period);
	return totals.periods
		.filter((other) => isAlike(other) && lastDayOf(other) < lastDayOf(period))
		.filter((other) => totals.total(unit, other, indicator.id)?.numerator !== undefined)
		.map((other) => ({ period: other, name: periodName(other, language) }))
		.reverse();
}

/** The one that a period is held against unless the reader chooses: the same a year before, else the newest. */
export function usualEarlier(
	choices: readonly EarlierPeriod[],
	period: Period
): EarlierPeriod | undefined {
	return choices.find((choice) => choice.period === yearBefore(period)) ?? choices[0];
}
