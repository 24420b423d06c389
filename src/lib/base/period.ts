/** A reporting period: a year `2026`, a half-year `2026-H1` or a quarter `2026-Q3`. */
export type Period = string;

/** A calendar day as `YYYY-MM-DD`; two of them compare as text. */
export type IsoDate = string;

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'];
const ORDER = ['quarter', 'half', 'year'];
const SHAPE = /^(\d{4})(?:-(?:Q([1-4])|H([12])))?$/;

/** True for a text that is a period in its canonical form. */
export function isPeriod(text: string): boolean {
	return SHAPE.test(text);
}

/** The calendar year that the period lies in. */
export function yearOf(period: Period): number {
	return Number(period.slice(0, 4));
}

/** `year`, `half` or `quarter`. */
export function kindOf(period: Period): 'year' | 'half' | 'quarter' {
	if (period.includes('Q')) return 'quarter';
	return period.includes('H') ? 'half' : 'year';
}

/** The number, 1 to 4, of the last quarter in the period: 3 for `2026-Q3`, 2 for `2026-H1`, 4 for `2026`. */
export function lastQuarterOf(period: Period): number {
	const kind = kindOf(period);
	if (kind === 'year') return 4;
	return Number(period.at(-1)) * (kind === 'half' ? 2 : 1);
}

/** The last day of the period. */
export function lastDayOf(period: Period): IsoDate {
	return `${period.slice(0, 4)}-${LAST_DAYS[lastQuarterOf(period) - 1]}`;
}

/** The period of the same kind one year earlier. */
export function yearBefore(period: Period): Period {
	return `${yearOf(period) - 1}${period.slice(4)}`;
}

/** Orders periods by their last day, the longer one after the shorter one. */
export function comparePeriods(a: Period, b: Period): number {
	const [dayA, dayB] = [lastDayOf(a), lastDayOf(b)];
	if (dayA !== dayB) return dayA < dayB ? -1 : 1;
	return ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b));
}

/**
 * The day whose map of units a period is shown on: its last day; for a year or half-year under way the last day of the
 * newest quarter in it that has figures (MODEL "Units change": each period on its own map).
 */
export function mapDayOf(period: Period, reported: readonly Period[]): IsoDate {
	const within = reported.filter(
		(other) =>
			kindOf(other) === 'quarter' &&
			yearOf(other) === yearOf(period) &&
			lastDayOf(other) <= lastDayOf(period)
	);
	const newest = within.sort(comparePeriods).at(-1);
	return lastDayOf(kindOf(period) === 'quarter' ? period : (newest ?? period));
}
