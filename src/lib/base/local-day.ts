import type { IsoDate } from './period.ts';

/** Viet Nam is seven hours ahead of UTC all year, and has been since 1975. */
const AHEAD = 7 * 3_600_000;
const DAY = 86_400_000;

/** The calendar day in Viet Nam at an instant, given in ISO 8601 or in milliseconds since 1970. */
export function localDayOf(instant: string | number): IsoDate {
	return dayOf(new Date(instant).getTime() + AHEAD);
}

/** How many milliseconds after an instant, given in milliseconds since 1970, the next day begins in Viet Nam. */
export function untilNextDay(instant: number): number {
	return DAY - ((((instant + AHEAD) % DAY) + DAY) % DAY);
}

/** The day so many days later, or earlier where the number is below 0. */
export function addDays(day: IsoDate, days: number): IsoDate {
	return dayOf(Date.parse(day) + days * DAY);
}

/** How many days the second day is after the first; below 0 where it is before. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

function dayOf(milliseconds: number): IsoDate {
	return new Date(milliseconds).toISOString().slice(0, 10);
}
