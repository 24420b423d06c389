import type { Language } from '#lib/base/language.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import { printCount } from './print-value.ts';

/** A total of a file beside our own sum, in words. */
export interface TotalLine {
	label: string;
	measure: string;
	expected: string;
	found: string;
	differs: boolean;
}

/** The totals of a file beside our own sums, those that disagree first. */
export function totalLines(
	totals: readonly { label: string; measure: string; expected: bigint; found: bigint }[],
	{ catalogue, language }: { catalogue: Catalogue; language: Language }
): TotalLine[] {
	const measures = measuresOf(catalogue);
	return totals
		.map(({ label, measure, expected, found }) => ({
			label,
			measure: measures.get(measure)?.name[language] ?? measure,
			expected: printCount(expected, language),
			found: printCount(found, language),
			differs: expected !== found
		}))
		.sort((a, b) => Number(b.differs) - Number(a.differs));
}
