import type { IndicatorTotal, Totals } from '#lib/base/indicator-total.ts';
import { comparePeriods, type Period } from '#lib/base/period.ts';
import type { Indicator, Target } from '#lib/catalogue/catalogue.ts';

const words = { vi: 'a', en: 'a' };

export const ratioIndicator: Indicator = {
	id: 'ratio',
	name: words,
	shortName: words,
	counted: words,
	numerator: ['b1.xs'],
	denominator: ['b1.xl'],
	definition: words
};

export const countIndicator: Indicator = { ...ratioIndicator, id: 'count', denominator: [] };

/** A target of the ratio, from 90 % unless told. */
export function targetWith(more: Partial<Target> = {}): Target {
	return {
		id: 'target',
		indicator: 'ratio',
		kind: 'ratio',
		threshold: { comparator: '>=', value: '90' },
		document: 'central',
		section: 'I',
		quote: 'q',
		inferred: false,
		...more
	};
}

/** A total of which nothing is missing. */
export function totalWith(
	[numerator, denominator]: readonly [number, number?],
	more: Partial<IndicatorTotal> = {}
): IndicatorTotal {
	return {
		unit: 'P',
		period: '2024',
		indicator: 'ratio',
		numerator: BigInt(numerator),
		...(denominator !== undefined && { denominator: BigInt(denominator) }),
		reported: 1,
		expected: 1,
		pending: { units: 0, unknown: 0, lastDenominator: 0n, numerator: 0n, denominator: 0n },
		stale: 0,
		closed: true,
		...more
	};
}

/** Totals of any indicator, from numerators and denominators by period and unit. */
export function totalsFrom(
	figures: Record<Period, Record<string, readonly [number, number?]>>
): Totals {
	return {
		periods: Object.keys(figures).sort(comparePeriods),
		total: (unit, period, indicator) => {
			const figure = figures[period]?.[unit];
			return figure && totalWith(figure, { unit, period, indicator, asOf: period });
		}
	};
}
