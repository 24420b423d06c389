import type { Language } from '#lib/base/language.ts';
import { type Period, yearOf } from '#lib/base/period.ts';
import type { Catalogue, Indicator, OverTime } from '#lib/catalogue/catalogue.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { Ground } from './indicator-ground.ts';
import { regimeBreaks, withRegimes } from './regime-breaks.ts';
import { type TrendBreak, trendBreaks } from './trend-breaks.ts';

/** By what a trend steps. */
export type Grain = 'year' | 'quarter';

/** Where the line of a trend must not be drawn on: 2.5 is between the third point and the fourth. */
export interface TrendGaps {
	/** The changes of units and of rules. */
	breaks: TrendBreak[];
	/** Where a year begins, for what is counted from 1 January: its fall to the new year is no trend. */
	restarts: number[];
}

/** Where the trend of an indicator of a unit breaks over periods of the grain. */
export function trendGaps(
	ground: Ground,
	{
		unit,
		indicator,
		grain,
		language
	}: { unit: string; indicator: Indicator; grain: Grain; language: Language },
	periods: readonly Period[]
): TrendGaps {
	const isCounted = overTimesOf(ground.facts.catalogue, indicator).has('ytd');
	return {
		breaks: withRegimes(
			trendBreaks(ground, { unit, periods, language }),
			regimeBreaks(indicator, { periods, language })
		),
		restarts: grain === 'quarter' && isCounted ? yearStarts(periods) : []
	};
}

/** How the measures of an indicator make a year of its quarters. */
export function overTimesOf(
	catalogue: Catalogue,
	{ numerator, denominator }: Indicator
): Set<OverTime> {
	const measures = measuresOf(catalogue);
	const used = [...numerator, ...denominator].map((id) => measures.get(id)?.overTime);
	return new Set(used.filter((overTime) => overTime !== undefined));
}

function yearStarts(periods: readonly Period[]): number[] {
	return periods.flatMap((period, index) => {
		const before = periods[index - 1];
		return before && yearOf(before) !== yearOf(period) ? [index - 0.5] : [];
	});
}
