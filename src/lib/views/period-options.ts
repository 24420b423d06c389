import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { comparePeriods, kindOf, lastQuarterOf, type Period, yearOf } from '#lib/base/period.ts';
import { periodMark, periodName } from './sentence-period.ts';

type PeriodKind = ReturnType<typeof kindOf>;

/** A period that can be chosen. */
export interface PeriodOption {
	period: Period;
	/** `Quý IV/2024`. */
	name: string;
	/** `IV`, or `Q4` in English; `6 tháng đầu`; for a year `Năm 2024`. */
	mark: string;
}

/** A year and the periods in it that have figures. */
export interface YearOptions {
	year: number;
	/** The year as a whole; absent where it has no figures of its own. */
	whole?: PeriodOption;
	/** Its half-years and its quarters, each in the order of time. */
	halves: PeriodOption[];
	quarters: PeriodOption[];
}

/** The periods with figures by year, the newest year first. */
export function periodOptions(periods: readonly Period[], language: Language): YearOptions[] {
	const years = [...new Set(periods.map(yearOf))].sort((a, b) => b - a);
	return years.map((year) => {
		const within = periods.filter((period) => yearOf(period) === year).sort(comparePeriods);
		const optionsOf = (kind: PeriodKind): PeriodOption[] =>
			within
				.filter((period) => kindOf(period) === kind)
				.map((period) => ({
					period,
					name: periodName(period, language),
					mark: markOf(period, language)
				}));
		return {
			year,
			whole: optionsOf('year')[0],
			halves: optionsOf('half'),
			quarters: optionsOf('quarter')
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

function markOf(period: Period, language: Language): string {
	switch (kindOf(period)) {
		case 'year':
			return periodName(period, language);
		case 'half':
			return say(
				language,
				lastQuarterOf(period) === 2 ? 'picker.first-half' : 'picker.second-half'
			);
		case 'quarter':
			return periodMark(period, language).split('/')[0] ?? '';
	}
}
