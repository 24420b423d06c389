import { addDays } from '#lib/base/local-day.ts';
import { type IsoDate, lastDayOf, type Period } from '#lib/base/period.ts';
import type { Due } from '#lib/catalogue/catalogue.ts';

/** Days from one to another, both in. */
export interface DayWindow {
	from: IsoDate;
	to: IsoDate;
}

const DAYS_A_MONTH = 365.25 / 12;

/**
 * The last days in time that fall into the window, oldest first; none where the document names no day. A series that
 * begins on the last day of a month stays on the last day of its months; any other day that a month lacks is its last.
 */
export function dueDays(due: Due, { from, to }: DayWindow): IsoDate[] {
	if (due.kind !== 'recurring') {
		const last = lastOf(due);
		return last !== undefined && last >= from && last <= to ? [last] : [];
	}
	const { first, months, until } = due;
	const end = until !== undefined && until < to ? until : to;
	const days: IsoDate[] = [];
	for (let step = 0, day = first; day <= end; day = monthsAfter(first, ++step * months)) {
		if (day >= from) days.push(day);
	}
	return days;
}

/**
 * The place, among the days of the due, of the one that a report for the period speaks of: the one of the same year,
 * half-year or quarter. A day in the first quarter of its span belongs to the span before, as with reports due on the
 * 10th of the month after. What lies before or after all of them counts for the first or the last; −1 without days.
 */
export function placeOfPeriod(due: Due, period: Period, days: readonly IsoDate[]): number {
	if (due.kind !== 'recurring') return days.length - 1;
	const { months } = due;
	const asked = spanOf(lastDayOf(period), months);
	const place = days.findIndex((day) => spanOfDue(day, months) >= asked);
	return place === -1 ? days.length - 1 : place;
}

/** The period that the due of that day is for: a year, half-year or quarter, by how often it comes. */
export function periodOfDay(due: Due, day: IsoDate): Period | undefined {
	if (due.kind !== 'recurring') return undefined;
	const { months } = due;
	const span = spanOfDue(day, months);
	const parts = 12 / months;
	const year = Math.floor(span / parts);
	if (months === 12) return `${year}`;
	return `${year}-${months === 6 ? 'H' : 'Q'}${(span % parts) + 1}`;
}

function spanOfDue(day: IsoDate, months: number): number {
	return spanOf(addDays(day, -Math.round((months / 4) * DAYS_A_MONTH)), months);
}

/** The number of the year, half-year or quarter, counted from the year 0, that holds the day. */
function spanOf(day: IsoDate, months: number): number {
	const [year = 0, month = 1] = day.split('-').map(Number);
	return Math.floor((year * 12 + month - 1) / months);
}

/** The one day of what does not recur; `undefined` where the document names none. */
function lastOf(due: Exclude<Due, { kind: 'recurring' }>): IsoDate | undefined {
	switch (due.kind) {
		case 'once':
		case 'conditional':
			return due.last;
		case 'continuous':
			return due.until;
		case 'open':
			return undefined;
	}
}

function monthsAfter(first: IsoDate, months: number): IsoDate {
	const [year = 0, month = 1, day = 1] = first.split('-').map(Number);
	const isMonthEnd = day === daysIn(year, month);
	const count = year * 12 + month - 1 + months;
	const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
	const last = daysIn(toYear, toMonth);
	const toDay = isMonthEnd ? last : Math.min(day, last);
	return [
		String(toYear).padStart(4, '0'),
		String(toMonth).padStart(2, '0'),
		String(toDay).padStart(2, '0')
	].join('-');
}

function daysIn(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
