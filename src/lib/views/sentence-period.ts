import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { kindOf, lastQuarterOf, type Period, yearOf } from '#lib/base/period.ts';

const ROMAN = ['I', 'II', 'III', 'IV'];

/** A period as a heading says it: `Năm 2024`, `Quý IV/2024`, `6 tháng đầu năm 2024`. */
export function periodName(period: Period, language: Language): string {
	const year = String(yearOf(period));
	const quarter = lastQuarterOf(period);
	switch (kindOf(period)) {
		case 'year':
			return say(language, 'period.year', { year });
		case 'half':
			return say(language, quarter === 2 ? 'period.first-half' : 'period.second-half', { year });
		case 'quarter':
			return say(language, 'period.quarter', {
				year,
				roman: ROMAN[quarter - 1] ?? '',
				number: quarter
			});
	}
}

/** A period within a sentence: `năm 2024`, `quý IV/2024`; in English as in a heading. */
export function periodInSentence(period: Period, language: Language): string {
	const name = periodName(period, language);
	return language === 'vi' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

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
