import advisories from '#data/catalogue/advisories.json' with { type: 'json' };
import checks from '#data/catalogue/checks.json' with { type: 'json' };
import documents from '#data/catalogue/documents.json' with { type: 'json' };
import indicators from '#data/catalogue/indicators.json' with { type: 'json' };
import plan07 from '#data/catalogue/targets/07-kh-tw.json' with { type: 'json' };
import resolution171 from '#data/catalogue/targets/171-nq-cp.json' with { type: 'json' };
import resolution21 from '#data/catalogue/targets/21-nq-tw.json' with { type: 'json' };
import plan256 from '#data/catalogue/targets/256-kh-tu.json' with { type: 'json' };
import daNang from '#data/catalogue/targets/da-nang-nq21.json' with { type: 'json' };
import b1 from '#data/catalogue/templates/b1.json' with { type: 'json' };
import b2 from '#data/catalogue/templates/b2.json' with { type: 'json' };
import b3 from '#data/catalogue/templates/b3.json' with { type: 'json' };
import b4 from '#data/catalogue/templates/b4.json' with { type: 'json' };
import b5 from '#data/catalogue/templates/b5.json' with { type: 'json' };
import b6 from '#data/catalogue/templates/b6.json' with { type: 'json' };
import b7 from '#data/catalogue/templates/b7.json' with { type: 'json' };
import b8 from '#data/catalogue/templates/b8.json' with { type: 'json' };
import type { Catalogue, Undertaking } from './catalogue.ts';
import {
	type CatalogueParts,
	readCatalogue,
	readUndertakings,
	refuseFaults
} from './read-catalogue.ts';

const PARTS: CatalogueParts = {
	'templates/b1.json': b1,
	'templates/b2.json': b2,
	'templates/b3.json': b3,
	'templates/b4.json': b4,
	'templates/b5.json': b5,
	'templates/b6.json': b6,
	'templates/b7.json': b7,
	'templates/b8.json': b8,
	'checks.json': checks,
	'indicators.json': indicators,
	'advisories.json': advisories,
	'documents.json': documents,
	'targets/21-nq-tw.json': resolution21,
	'targets/07-kh-tw.json': plan07,
	'targets/da-nang-nq21.json': daNang,
	'targets/256-kh-tu.json': plan256,
	'targets/171-nq-cp.json': resolution171
};

let catalogue: Catalogue | undefined;

/**
 * What the product carries, read and checked once, but for its undertakings, which are loaded by themselves; throws `catalogue.broken` where it does not hold.
 */
export function productCatalogue(): Catalogue {
	catalogue ??= readCatalogue(PARTS);
	return catalogue;
}

let undertakings: Promise<Undertaking[]> | undefined;

/**
 * The milestones, duties and tasks that the product carries, read and checked once: they are long, and loaded when first
 * asked for. Rejects with `catalogue.broken` where they do not hold.
 */
export function loadUndertakings(): Promise<Undertaking[]> {
	undertakings ??= import('./undertaking-parts.ts').then(({ UNDERTAKING_PARTS }) => {
		const found = readUndertakings(UNDERTAKING_PARTS);
		refuseFaults({ ...productCatalogue(), ...found });
		return found.undertakings;
	});
	return undertakings;
}

/** The product's catalogue with its milestones, duties and tasks. */
export async function productCatalogueWhole(): Promise<Catalogue> {
	return { ...productCatalogue(), undertakings: await loadUndertakings() };
}
