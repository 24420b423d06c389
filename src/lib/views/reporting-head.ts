import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { ReportingColumn } from './reporting-columns.ts';
import { dayWords } from './sentence-date.ts';
import { periodName } from './sentence-period.ts';

/** The head of a column: its period, and by when its reports are due. */
export interface ColumnHead {
	name: string;
	due: string;
}

/** The head of a column in words; where its sheets are due on several days, the first and the last of them. */
export function columnHead({ period, duties }: ReportingColumn, language: Language): ColumnHead {
	const days = [...new Set(duties.map(({ due }) => due))].sort();
	const [first = '', last = ''] = [days[0], days.at(-1)].map((day) =>
		dayWords(day ?? '', language)
	);
	const due =
		first === last
			? say(language, 'reporting.due', { day: first })
			: say(language, 'reporting.due-several', { first, last });
	return { name: periodName(period, language), due };
}

/** The years looked at, as a sentence says them: `năm 2025`, `năm 2024–2025`. */
export function yearsWords({ from, to }: { from: number; to: number }, language: Language): string {
	const years = { from: String(from), to: String(to) };
	return say(language, from === to ? 'reporting.year' : 'reporting.years', years);
}
