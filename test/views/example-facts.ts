import type { Facts } from '#lib/assess/standing.ts';
import type { IndicatorTotal, Totals } from '#lib/base/indicator-total.ts';
import { comparePeriods } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';

/** One total, given as far as it differs from that of a single unit which reported all of it. */
export type Figure = Pick<IndicatorTotal, 'unit' | 'period' | 'indicator'> &
	Partial<Omit<IndicatorTotal, 'numerator' | 'denominator'>> & {
		numerator?: number;
		denominator?: number;
	};

/** Facts on the product's catalogue whose totals are these figures and no others. */
export function factsOf(...figures: Figure[]): Facts {
	const totals = figures.map(totalOf);
	const periods = [...new Set(totals.map(({ period }) => period))].sort(comparePeriods);
	const look: Totals = {
		periods,
		total: (unit, period, indicator) =>
			totals.find(
				(total) => total.unit === unit && total.period === period && total.indicator === indicator
			)
	};
	return {
		catalogue: productCatalogue(),
		totals: look,
		adoption: {},
		settings: productSettings()
	};
}

/** The indicator of the product's catalogue. */
export function indicatorOf(id: string): Indicator {
	return productCatalogue().indicators.find((indicator) => indicator.id === id)!;
}

function totalOf({ numerator, denominator, ...figure }: Figure): IndicatorTotal {
	return {
		reported: 1,
		expected: 1,
		pending: { units: 0, unknown: 0, lastDenominator: 0n, numerator: 0n, denominator: 0n },
		stale: 0,
		closed: true,
		...figure,
		...(numerator !== undefined && { numerator: BigInt(numerator) }),
		...(denominator !== undefined && { denominator: BigInt(denominator) })
	};
}
