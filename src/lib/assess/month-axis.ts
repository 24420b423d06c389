import { type Fraction, ceilOf } from '#lib/base/fraction.ts';
import { type IsoDate, type Period, lastQuarterOf, yearOf } from '#lib/base/period.ts';

/** How many months of the calendar have passed at the end of a period, counted from the year 0. */
export function monthsAtEndOf(period: Period): bigint {
	return BigInt(yearOf(period) * 12 + lastQuarterOf(period) * 3);
}

/** How many months have passed at the end of a day; within a month the share of its days. */
export function monthsAtEndOfDay(day: IsoDate): Fraction {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
	return { numerator: BigInt((year * 12 + month - 1) * days + date), denominator: BigInt(days) };
}

/** The month, `2027-08`, in which so many months have passed. */
export function monthOf(months: Fraction): string {
	const whole = Number(ceilOf(months)) - 1;
	const year = Math.floor(whole / 12);
	return `${String(year).padStart(4, '0')}-${String((whole % 12) + 1).padStart(2, '0')}`;
}
