import type { IndicatorTotal, Totals } from '#lib/base/indicator-total.ts';
import type { Period } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';

/** The unit's totals of all indicators, in the catalogue's order; empty where it does not exist in the period. */
export function totalsOf(
	totals: Totals,
	{ unit, period }: { unit: string; period: Period },
	{ indicators, advisories = [] }: Pick<Catalogue, 'indicators' | 'advisories'>
): IndicatorTotal[] {
	return [...indicators, ...advisories].flatMap(({ id }) => totals.total(unit, period, id) ?? []);
}
