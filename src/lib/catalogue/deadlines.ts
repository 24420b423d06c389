import type { Words } from '#lib/base/language.ts';
import { addDays, daysBetween, localDayOf } from '#lib/base/local-day.ts';
import {
	type IsoDate,
	kindOf,
	lastDayOf,
	lastQuarterOf,
	type Period,
	yearOf
} from '#lib/base/period.ts';

/** The kind of period that a report is for. */
export type PeriodKind = 'quarter' | 'half' | 'year';

/** When reports for one kind of period are due, and who says so. */
export type DeadlineRule = DayRule | MonthRule;

/** Due before a day of the year itself: the data are cut off ahead of the period's end. */
interface DayRule extends RuleSource {
	/** `MM-DD`, the first day too late, one for each period of the year in order. */
	before: string[];
}

/** Due up to a day of the month after the period, that day in. */
interface MonthRule extends RuleSource {
	dayOfNextMonth: number;
}

interface RuleSource {
	period: PeriodKind;
	/** False for a default of the product's own, which no document sets. */
	isVerified: boolean;
	source: Words;
}

/** Which sheets are owed for which kind of period, and when they are due (data/catalogue/deadlines.json). */
export interface Deadlines {
	rules: DeadlineRule[];
	templates: { id: string; period: PeriodKind }[];
}

const LAST_QUARTERS = { quarter: [1, 2, 3, 4], half: [2, 4], year: [4] };

/** The kind of period that the sheet is owed for; `undefined` where it is not owed. */
export function owedKindOf({ templates }: Deadlines, template: string): PeriodKind | undefined {
	return templates.find(({ id }) => id === template)?.period;
}

/** The periods of the year that the sheet is owed for, oldest first; none where it is not owed. */
export function owedPeriodsOf(deadlines: Deadlines, template: string, year: number): Period[] {
	const kind = owedKindOf(deadlines, template);
	switch (kind) {
		case undefined:
			return [];
		case 'year':
			return [`${year}`];
		case 'half':
			return [`${year}-H1`, `${year}-H2`];
		case 'quarter':
			return [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`);
	}
}

/**
 * The day whose midnight in Viet Nam is the last moment for the sheet of the period (MODEL "Deadlines"); `undefined`
 * where it is not owed for such a period.
 */
export function dueOf(
	deadlines: Deadlines,
	{ template, period }: { template: string; period: Period }
): IsoDate | undefined {
	const kind = kindOf(period);
	const rule = deadlines.rules.find((each) => each.period === kind);
	if (!rule || owedKindOf(deadlines, template) !== kind) return undefined;
	if ('dayOfNextMonth' in rule) return addDays(lastDayOf(period), rule.dayOfNextMonth);
	const firstTooLate = rule.before[LAST_QUARTERS[kind].indexOf(lastQuarterOf(period))];
	return firstTooLate && addDays(`${yearOf(period)}-${firstTooLate}`, -1);
}

/** How many days after the last day in time the instant lies, by the calendar of Viet Nam; 0 where it is in time. */
export function lateDays(due: IsoDate, instant: string): number {
	return Math.max(0, daysBetween(due, localDayOf(instant)));
}
