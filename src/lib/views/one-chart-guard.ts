import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import { markedMeasures } from './report-guard.ts';

/** True where small counts of the indicator may point at a person, so that the guard has something to do. */
export function isGuarded(
	catalogue: Catalogue,
	{ numerator, denominator }: Pick<Indicator, 'numerator' | 'denominator'>
): boolean {
	const marked = markedMeasures(catalogue);
	return [...numerator, ...denominator].some((measure) => marked.has(measure));
}
