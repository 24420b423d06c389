import type { Catalogue, Target, Undertaking } from '#lib/catalogue/catalogue.ts';
import { isSame } from '#lib/catalogue/edit-own-catalogue.ts';
import type { OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';

/** Whose a row is: the organisation's own, the product's as changed, or no longer followed; absent for the product's as it is. */
export type Ownership = 'added' | 'changed' | 'retired';

/** What the rows come from: the product's catalogue and what the organisation made of it. */
export interface Origin {
	product: Catalogue;
	own: OwnCatalogue;
}

/** Whose the target or undertaking is. */
export function ownershipOf(
	{ id }: { id: string },
	{ product, own }: Origin
): Ownership | undefined {
	if (own.retired.includes(id)) return 'retired';
	const mine = [...own.targets, ...own.undertakings].find((part) => part.id === id);
	const original = productPart(id, product);
	if (!mine) return undefined;
	if (!original) return 'added';
	return isSame(mine, original) ? undefined : 'changed';
}

/** The product's target or undertaking of that id; `undefined` where it has none. */
export function productPart(
	id: string,
	{ targets, undertakings }: Catalogue
): Target | Undertaking | undefined {
	return targets.find((part) => part.id === id) ?? undertakings.find((part) => part.id === id);
}
