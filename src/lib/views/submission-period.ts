import type { Period } from '#lib/base/period.ts';

const YEARS_BACK = 6;

/** The periods that a report can be for, newest first: this year's and those of the years before, each with its quarters. */
export function periodChoices(thisYear: number): Period[] {
	const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => thisYear - back);
	return years.flatMap((year) => [
		`${year}`,
		...[4, 3, 2, 1].map((quarter) => `${year}-Q${quarter}`)
	]);
}

/** The quarter that ended last before the day, given as year and month (1 to 12): the one that reports are due for. */
export function lastEndedQuarter({ year, month }: { year: number; month: number }): Period {
	const quarter = Math.ceil(month / 3) - 1;
	return quarter === 0 ? `${year - 1}-Q4` : `${year}-Q${quarter}`;
}
