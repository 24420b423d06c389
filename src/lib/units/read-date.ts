import type { IsoDate } from '#lib/base/period.ts';

const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** The day that `2025-07-01` or, as Vietnam writes it, `1/7/2025` stands for; `undefined` for any other text and for days that no calendar has. */
export function readDate(text: string): IsoDate | undefined {
	const [, year, month, day] = YEAR_FIRST.exec(text) ?? inOrder(DAY_FIRST.exec(text));
	if (!year || !month || !day) return undefined;
	const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	return isCalendarDay(date) ? date : undefined;
}

/** The day after. */
export function dayAfter(date: IsoDate): IsoDate {
	const day = new Date(`${date}T00:00:00Z`);
	day.setUTCDate(day.getUTCDate() + 1);
	return day.toISOString().slice(0, 10);
}

/** The day before. */
export function dayBefore(date: IsoDate): IsoDate {
	const day = new Date(`${date}T00:00:00Z`);
	day.setUTCDate(day.getUTCDate() - 1);
	return day.toISOString().slice(0, 10);
}

function inOrder(parts: RegExpExecArray | null): (string | undefined)[] {
	return parts ? [parts[0], parts[3], parts[2], parts[1]] : [];
}

function isCalendarDay(date: string): boolean {
	const day = new Date(`${date}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
