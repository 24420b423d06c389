import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import { kindOf, lastDayOf, type Period } from '#lib/base/period.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import { monthsAtEndOf } from './month-axis.ts';
import type { PacePoint } from './pace.ts';
import type { Facts } from './standing.ts';
import { valueOf } from './value.ts';

const MOST_POINTS = 8;

/** Which series is asked for. */
export interface SeriesQuestion {
	unit: string;
	period: Period;
	indicator: Indicator;
}

/**
 * The last points of a unit's indicator up to a period, at most eight, oldest first, all of one kind that a threshold
 * speaks of: successive periods for stocks (`end`), closed years for whatever grows within the year or is known at its
 * end alone. Years still open, history that a split left unallocated, and counts with missing reports are no points.
 */
export function paceSeries({ catalogue, totals }: Facts, question: SeriesQuestion): PacePoint[] {
	const { unit, period, indicator } = question;
	const compares = comparison(catalogue, indicator, period);
	const last = lastDayOf(period);
	const newestFirst = totals.periods.filter((each) => compares(each) && lastDayOf(each) <= last);
	const points: PacePoint[] = [];
	for (const each of newestFirst.reverse()) {
		if (points.length === MOST_POINTS) break;
		const total = totals.total(unit, each, indicator.id);
		const point = total && isWhole(total, indicator) ? pointOf(total, indicator) : undefined;
		if (point && point.months !== points.at(-1)?.months) points.push(point);
	}
	return points.reverse();
}

function comparison(
	catalogue: Catalogue,
	{ numerator, denominator }: Indicator,
	period: Period
): (other: Period) => boolean {
	const measures = measuresOf(catalogue);
	const rules = [...numerator, ...denominator].map((id) => measures.get(id)?.overTime);
	const isStock = rules.every((rule) => rule === 'end');
	const kind = isStock ? kindOf(period) : 'year';
	return (other) => kindOf(other) === kind;
}

function isWhole(total: IndicatorTotal, { denominator }: Indicator): boolean {
	if (total.unallocated) return false;
	if (kindOf(total.period) === 'year' && !total.closed) return false;
	return denominator.length > 0 || total.pending.units === 0;
}

function pointOf(total: IndicatorTotal, indicator: Indicator): PacePoint | undefined {
	const value = valueOf(total, indicator);
	return (
		value && { period: total.period, months: monthsAtEndOf(total.asOf ?? total.period), value }
	);
}
