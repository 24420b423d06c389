import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';

/** True where small counts of the indicator may point at a person, so that the guard has something to do. */
export function isGuarded(
	catalogue: Catalogue,
	{ numerator, denominator }: Pick<Indicator, 'numerator' | 'denominator'>
): boolean {
	const used = new Set([...numerator, ...denominator]);
	return [...measuresOf(catalogue).values()].some(
		({ id, smallCell }) => smallCell === true && used.has(id)
	);
}
