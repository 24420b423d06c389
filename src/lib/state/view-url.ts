import type { Language } from '#lib/base/language.ts';
import { isPeriod, type Period } from '#lib/base/period.ts';

/** What a link says of the view: what the reader chose, and nothing that the workspace would show by itself. */
export interface ViewChoice {
	unit?: string;
	period?: Period;
	language?: Language;
}

const OWN: ReadonlySet<string> = new Set(['unit', 'period', 'lang']);

/** The choice in the query of an address; a period or language that is none counts as not chosen. */
export function parseViewChoice(query: URLSearchParams): ViewChoice {
	const unit = query.get('unit');
	const period = query.get('period');
	return {
		...(unit && { unit }),
		...(period && isPeriod(period) && { period }),
		...(query.get('lang') === 'en' && { language: 'en' })
	};
}

/**
 * The choice as the query of a link: `?unit=MH03&period=2024-Q4&lang=en`, or nothing; Vietnamese goes unsaid. What else
 * stood in the query before, where it is given, follows.
 */
export function formatViewChoice(
	{ unit, period, language }: ViewChoice,
	before: URLSearchParams = new URLSearchParams()
): string {
	const query = new URLSearchParams();
	if (unit) query.set('unit', unit);
	if (period) query.set('period', period);
	if (language === 'en') query.set('lang', 'en');
	for (const [name, value] of before) if (!OWN.has(name)) query.append(name, value);
	return query.size > 0 ? `?${query}` : '';
}
