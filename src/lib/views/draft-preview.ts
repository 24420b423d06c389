import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import { printCount } from './print-value.ts';
import { periodName } from './sentence-period.ts';

/** What a preview shows of a draft. */
export interface DraftFacts {
	template?: string;
	periods: readonly Period[];
	rows: { read: number; accepted: number; rejected: number };
	totals: Readonly<Record<string, bigint>>;
}

/** A label with its count, as printed. */
export interface LabelledCount {
	label: string;
	count: string;
}

/** The name of a sheet: `B1 · Tổng hợp …`, that of the long layout, or that none was recognised. */
export function templateName(
	template: string | undefined,
	{ catalogue, language }: { catalogue: Catalogue; language: Language }
): string {
	if (template === undefined) return say(language, 'draft.no-template');
	if (template === 'long') return say(language, 'draft.long');
	const title = catalogue.templates.find(({ id }) => id === template)?.title[language];
	return title === undefined ? template : `${template} · ${title}`;
}

/** The periods in words: one by its name, several as the first and the last of them. */
export function periodsName(periods: readonly Period[], language: Language): string {
	const [first, last] = [periods[0], periods.at(-1)];
	if (first === undefined || last === undefined) return say(language, 'draft.no-period');
	if (first === last) return periodName(first, language);
	return say(language, 'draft.periods', {
		first: periodName(first, language),
		last: periodName(last, language),
		count: periods.length
	});
}

/** How many rows were read, accepted and rejected. */
export function rowCounts({ rows }: DraftFacts, language: Language): LabelledCount[] {
	return (['read', 'accepted', 'rejected'] as const).map((name) => ({
		label: say(language, `draft.rows-${name}`),
		count: printCount(rows[name], language)
	}));
}

/** The total of each measure under its name, in the order of the sheet's columns. */
export function measureTotals(
	{ totals }: DraftFacts,
	{ catalogue, language }: { catalogue: Catalogue; language: Language }
): LabelledCount[] {
	const measures = measuresOf(catalogue);
	return Object.entries(totals).map(([id, total]) => ({
		label: measures.get(id)?.name[language] ?? id,
		count: printCount(total, language)
	}));
}
