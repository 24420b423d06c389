import { addDays } from '#lib/base/local-day.ts';
import { type IsoDate, type Period, yearOf } from '#lib/base/period.ts';
import { dueOf, owedKindOf } from '#lib/catalogue/deadlines.ts';
import { productDeadlines } from '#lib/catalogue/load-deadlines.ts';

/** The invented city handed these sheets in late, by so many days. */
const LATE: Readonly<Record<string, number>> = {
	'B3 2023-Q2': 4,
	'B6 2024-Q1': 2,
	'B4 2025-Q2': 6
};

/** The invented day on which a sheet of the sample was received; `undefined` for a sheet that nobody owes. */
export function sampleReceivedOn({
	template = '',
	periods: [period]
}: {
	template?: string;
	periods: readonly Period[];
}): IsoDate | undefined {
	if (period === undefined) return undefined;
	const deadlines = productDeadlines();
	const isYearly = owedKindOf(deadlines, template) === 'year';
	const owed = isYearly ? `${yearOf(period)}` : period;
	const due = dueOf(deadlines, { template, period: owed });
	const daysEarly = 1 + ((Number(template.slice(1)) * 5 + yearOf(period)) % 6);
	return due && addDays(due, LATE[`${template} ${period}`] ?? -daysEarly);
}
