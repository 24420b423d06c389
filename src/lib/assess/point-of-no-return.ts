import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import type { Assessment } from './assessment.ts';

/**
 * True where a unit is past the point of no return: reports are still missing, and yet no report that may come (within
 * the tolerance of MODEL "Status") can make the target. That is `not-met` while units are pending: the whole range lies
 * on the failing side. Not told of a value that is not due, whose figures may still grow, nor of one above a band, which is no failure.
 */
export function isPastReturn({ status }: Assessment, { pending }: IndicatorTotal): boolean {
	return status === 'not-met' && pending.units > 0;
}
