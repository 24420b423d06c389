import type { Totals } from './indicator-total.ts';
import { type IsoDate, mapDayOf, type Period } from './period.ts';

/** On which units every period is shown: as reported each on its own map; else those of today, or of a year's last day. */
export type UnitsMode = 'reported' | 'today' | number;

/** What decides which units a period is shown on: the day of a boundary mode, and the periods that have figures. */
type Boundaries = Pick<Totals, 'periods' | 'boundaries'>;

/** The day whose units a period is shown on: that of the boundary mode; as reported, the period's own map. */
export function treeDayOf({ periods, boundaries }: Boundaries, period: Period): IsoDate {
	return boundaries ?? mapDayOf(period, periods);
}
