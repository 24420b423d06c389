import { firstQuarterNumber, quarterNumber } from '#lib/base/receipts.ts';
import { type IsoDate, lastDayOf, type Period } from '#lib/base/period.ts';
import { groupBy } from '#lib/base/group-by.ts';
import { type Deadlines, dueOf, owedPeriodsOf } from '#lib/catalogue/deadlines.ts';

/** One sheet that a unit owes for one period. */
export interface ReportingDuty {
	template: string;
	period: Period;
	/** The last day on which it is in time. */
	due: IsoDate;
	/** The quarters, by number, whose figures it carries, both ends in. */
	from: number;
	to: number;
}

/** The duties that end with the same day. */
export interface ReportingColumn {
	/** The shortest of their periods: a yearly sheet stands beside the quarterly ones of the fourth quarter. */
	period: Period;
	/** The day on whose map of units they are owed. */
	day: IsoDate;
	duties: ReportingDuty[];
}

/** Which sheets and years are looked at. */
export interface ReportingScope {
	templates: readonly string[];
	/** The first and the last year, both in. */
	years: { from: number; to: number };
}

/** What is owed in the years, oldest first. */
export function reportingColumns(deadlines: Deadlines, scope: ReportingScope): ReportingColumn[] {
	const duties = yearsIn(scope).flatMap((year) =>
		scope.templates.flatMap((template) => dutiesOf(deadlines, template, year))
	);
	return [...groupBy(duties, ({ to }) => to).values()]
		.map((together): ReportingColumn => {
			const period = shortest(together.map((duty) => duty.period));
			return { period, day: lastDayOf(period), duties: together };
		})
		.sort((a, b) => (a.day < b.day ? -1 : 1));
}

function yearsIn({ years: { from, to } }: ReportingScope): number[] {
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place);
}

function dutiesOf(deadlines: Deadlines, template: string, year: number): ReportingDuty[] {
	return owedPeriodsOf(deadlines, template, year).flatMap((period) => {
		const due = dueOf(deadlines, { template, period });
		if (due === undefined) return [];
		return { template, period, due, from: firstQuarterNumber(period), to: quarterNumber(period) };
	});
}

/** `2025-Q4` before `2025`: the longer the text, the shorter the period; a half-year's text is as long as a quarter's. */
function shortest(periods: readonly Period[]): Period {
	const rank = (period: Period): number =>
		period.includes('Q') ? 0 : period.includes('H') ? 1 : 2;
	return periods.reduce((best, period) => (rank(period) < rank(best) ? period : best));
}
