import type { Catalogue, Indicator, Target, TargetDocument, Undertaking } from './catalogue.ts';

/**
 * What an organisation has added to the product's catalogue or put in place of parts of it: a part with the id of the
 * product's takes its place. Ids in `retired` are left out of every view, never deleted.
 */
export interface OwnCatalogue {
	documents: TargetDocument[];
	indicators: Indicator[];
	targets: Target[];
	undertakings: Undertaking[];
	/** Ids of targets and undertakings that are no longer followed. */
	retired: string[];
}

/** Nothing of its own: the product's catalogue as it is. */
export const NOTHING_OWN: OwnCatalogue = {
	documents: [],
	indicators: [],
	targets: [],
	undertakings: [],
	retired: []
};

/** The product's catalogue with the organisation's own parts in it; neither is changed. */
export function mergeCatalogue(product: Catalogue, own: OwnCatalogue): Catalogue {
	const kept = new Set(own.retired);
	const isFollowed = ({ id }: { id: string }): boolean => !kept.has(id);
	return {
		...product,
		documents: merged(product.documents, own.documents),
		indicators: merged(product.indicators, own.indicators),
		targets: merged(product.targets, own.targets).filter(isFollowed),
		undertakings: merged(product.undertakings, own.undertakings).filter(isFollowed)
	};
}

/** The parts in the product's order, replaced where there is an own one of the same id; new ones follow. */
function merged<Part extends { id: string }>(
	product: readonly Part[],
	own: readonly Part[]
): Part[] {
	const replacing = new Map(own.map((part) => [part.id, part]));
	const known = new Set(product.map(({ id }) => id));
	return [
		...product.map((part) => replacing.get(part.id) ?? part),
		...own.filter(({ id }) => !known.has(id))
	];
}
