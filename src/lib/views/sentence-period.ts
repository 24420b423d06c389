import type { Language } from '#lib/base/language.ts';
import { kindOf, lastQuarterOf, type Period, yearOf } from '#lib/base/period.ts';

export { periodInSentence, periodName } from '#lib/base/period-name.ts';

const ROMAN = ['I', 'II', 'III', 'IV'];

/** A period where space is short, as on an axis: `2024`, `IV/24`, `6T đầu/24`; in English `Q4/24`, `H1/24`. */
export function periodMark(period: Period, language: Language): string {
	const year = String(yearOf(period));
	if (kindOf(period) === 'year') return year;
	const quarter = lastQuarterOf(period);
	const part =
		kindOf(period) === 'half' ? halfMark(quarter / 2, language) : quarterMark(quarter, language);
	return `${part}/${year.slice(2)}`;
}

function halfMark(half: number, language: Language): string {
	if (language === 'en') return `H${half}`;
	return half === 1 ? '6T đầu' : '6T cuối';
}

function quarterMark(quarter: number, language: Language): string {
	return language === 'vi' ? (ROMAN[quarter - 1] ?? '') : `Q${quarter}`;
}
