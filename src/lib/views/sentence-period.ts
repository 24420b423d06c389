import type { Language } from '#lib/base/language.ts';
import { kindOf, lastQuarterOf, type Period, yearOf } from '#lib/base/period.ts';

export { periodInSentence, periodName } from '#lib/base/period-name.ts';

const ROMAN = ['I', 'II', 'III', 'IV'];

/** A period where space is short, as on an axis: `2024`, `IV/24`, `Q4/24` in English. */
export function periodMark(period: Period, language: Language): string {
	const year = String(yearOf(period));
	if (kindOf(period) === 'year') return year;
	const quarter = lastQuarterOf(period);
	const part = kindOf(period) === 'half' ? `H${quarter / 2}` : quarterMark(quarter, language);
	return `${part}/${year.slice(2)}`;
}

function quarterMark(quarter: number, language: Language): string {
	return language === 'vi' ? (ROMAN[quarter - 1] ?? '') : `Q${quarter}`;
}
