import { type Period, yearBefore } from '#lib/base/period.ts';
import type { Standing } from './standing.ts';

/** The same period a year before; of a year still open the quarter that its newest figure is of, which alone compares. */
export function sameStageBefore({ total }: Standing, period: Period): Period {
	const isOpen = total?.asOf !== undefined && !total.closed;
	return yearBefore(isOpen ? (total.asOf ?? period) : period);
}
