import type { IsoDate } from '#lib/base/period.ts';

/** A day as Vietnam writes it: `01/07/2025`. */
export function printDay(day: IsoDate): string {
	return day.split('-').reverse().join('/');
}

/** A moment in UTC as it was in Vietnam, seven hours ahead all year: `01/07/2025 08:30`. */
export function printMoment(at: string): string {
	const local = new Date(new Date(at).getTime() + 7 * 3_600_000).toISOString();
	return `${printDay(local.slice(0, 10))} ${local.slice(11, 16)}`;
}
