import type { Language } from '#lib/base/language.ts';
import { comparePeriods, kindOf, type Period, yearOf } from '#lib/base/period.ts';
import { periodMark, periodName } from './sentence-period.ts';

/** A period that can be chosen. */
export interface PeriodOption {
	period: Period;
	/** `Quý IV/2024`. */
	name: string;
	/** `IV`, or `Q4` in English; for a year `Năm 2024`. */
	mark: string;
}

/** A year and the periods in it that have figures. */
export interface YearOptions {
	year: number;
	/** The year as a whole; absent where it has no figures of its own. */
	whole?: PeriodOption;
	/** Its quarters and half-years, in the order of time. */
	parts: PeriodOption[];
}

/** The periods with figures by year, the newest year first. */
export function periodOptions(periods: readonly Period[], language: Language): YearOptions[] {
	const years = [...new Set(periods.map(yearOf))].sort((a, b) => b - a);
	return years.map((year) => {
		const within = periods.filter((period) => yearOf(period) === year).sort(comparePeriods);
		const options = within.map((period) => optionOf(period, language));
		return {
			year,
			whole: options.find(({ period }) => kindOf(period) === 'year'),
			parts: options.filter(({ period }) => kindOf(period) !== 'year')
		};
	});
}

/** The periods of the same kind right before and right after one, among those with figures. */
export function periodNeighbours(
	periods: readonly Period[],
	period: Period
): { earlier?: Period; later?: Period } {
	const alike = periods.filter((each) => kindOf(each) === kindOf(period)).sort(comparePeriods);
	return {
		earlier: alike.findLast((each) => comparePeriods(each, period) < 0),
		later: alike.find((each) => comparePeriods(each, period) > 0)
	};
}

function optionOf(period: Period, language: Language): PeriodOption {
	const name = periodName(period, language);
	const isYear = kindOf(period) === 'year';
	return { period, name, mark: isYear ? name : (periodMark(period, language).split('/')[0] ?? '') };
}
