import type { Language } from './language.ts';
import { say } from './messages.ts';
import { kindOf, lastQuarterOf, type Period, yearOf } from './period.ts';

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
