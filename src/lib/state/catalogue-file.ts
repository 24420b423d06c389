import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { PartFault } from '#lib/catalogue/catalogue-fault.ts';
import type { OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import { OWN_FORMAT, readOwnCatalogue } from '#lib/catalogue/read-own-catalogue.ts';

/** What a file of own parts holds, or all that is wrong with it. */
export type CatalogueFileReading = { own: OwnCatalogue } | { faults: PartFault[] };

/** The own catalogue as a file that another workspace can take in. */
export function encodeCatalogueFile(own: OwnCatalogue): string {
	return `${JSON.stringify({ format: OWN_FORMAT, ...own }, null, '\t')}\n`;
}

/** What the text of a file of own parts holds, checked against the product's whole catalogue. */
export function readCatalogueFile(text: string, product: Catalogue): CatalogueFileReading {
	let content: unknown;
	try {
		content = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return { faults: [{ place: placeIn(text, error), reason: 'targets.fault-not-json' }] };
	}
	return readOwnCatalogue(content, product);
}

/** The line at which the reading stopped, as far as the error tells. */
function placeIn(text: string, { message }: SyntaxError): string {
	const [, position] = /position (\d+)/.exec(message) ?? [];
	if (position === undefined) return '–';
	return String(text.slice(0, Number(position)).split('\n').length);
}
