import { compareFractions } from '#lib/base/fraction.ts';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import { lastQuarterOf } from '#lib/base/period.ts';
import type { Indicator, Target } from '#lib/catalogue/catalogue.ts';
import type { Settings } from '#lib/catalogue/settings.ts';
import type { Assessment } from './assessment.ts';
import { type ValueRange, spanOf } from './range.ts';
import { valueOf } from './value.ts';

/** A value to be told against that of the same period a year before. */
export interface TrendJudgement {
	total: IndicatorTotal;
	previous?: IndicatorTotal;
	indicator: Indicator;
	target: Target;
	settings: Settings;
}

type TrendAssessment = Pick<Assessment, 'status' | 'before' | 'asAsked' | 'range'>;

/**
 * Whether a value rose, fell or stood still against the same period a year before (MODEL "Targets", `trend`).
 * `undecided` while missing reports, of either period, could turn the answer; `not-due` where a year under way would be held
 * against a whole one; `no-data` where there is nothing to compare, also where both periods show the same figures.
 */
export function assessTrend({
	total,
	previous,
	indicator,
	target,
	settings
}: TrendJudgement): TrendAssessment {
	const before = previous && valueOf(previous, indicator);
	if (!before || isSameFigure(total, previous)) return { status: 'no-data' };
	if (!total.closed && quarterOf(total) !== quarterOf(previous))
		return { status: 'not-due', before };
	const [now, then] = [total, previous].map((each) =>
		spanOf(each, indicator, settings.missingTolerancePercent)
	);
	const range = total.pending.units > 0 && now ? { range: now } : {};
	const direction = now && then && directionBetween(then, now);
	if (!direction) return { status: 'undecided', before, ...range };
	const asked = { up: 'rising', down: 'falling' } as const;
	return {
		status: direction,
		before,
		...(target.direction && { asAsked: direction === asked[target.direction] }),
		...range
	};
}

function directionBetween(
	then: ValueRange,
	now: ValueRange
): 'rising' | 'falling' | 'unchanged' | undefined {
	const lowest = then.high && compareFractions(now.low, then.high);
	const highest = now.high && compareFractions(now.high, then.low);
	if (lowest === 1) return 'rising';
	if (highest === -1) return 'falling';
	return lowest === 0 && highest === 0 ? 'unchanged' : undefined;
}

function isSameFigure(total: IndicatorTotal, previous: IndicatorTotal): boolean {
	return total.asOf !== undefined && total.asOf === previous.asOf;
}

function quarterOf({ asOf, period }: IndicatorTotal): number {
	return lastQuarterOf(asOf ?? period);
}
