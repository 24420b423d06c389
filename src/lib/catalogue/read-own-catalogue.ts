import * as v from 'valibot';
import type { Catalogue } from './catalogue.ts';
import type { PartFault } from './catalogue-fault.ts';
import {
	documentsSchema,
	indicatorsSchema,
	targetsSchema,
	undertakingsSchema
} from './catalogue-schema.ts';
import { findFaults } from './find-faults.ts';
import { mergeCatalogue, type OwnCatalogue } from './own-catalogue.ts';
import { shapeFault } from './parse-part.ts';

/** How a file with an organisation's own parts calls itself. */
export const OWN_FORMAT = 'thuocdo-catalogue-1';

/** The content of a file of own parts: what an organisation added, and how the file calls itself. */
interface OwnCatalogueFile extends OwnCatalogue {
	format: typeof OWN_FORMAT;
}

const fileSchema: v.GenericSchema<unknown, OwnCatalogueFile> = v.strictObject({
	format: v.literal(OWN_FORMAT),
	documents: documentsSchema,
	indicators: indicatorsSchema,
	targets: targetsSchema,
	undertakings: undertakingsSchema,
	retired: v.array(v.pipe(v.string(), v.minLength(1)))
});

/**
 * The own parts that a file holds, fit to be merged over the product's catalogue; else everything that is wrong with
 * it, in the order of the file. `product` is the whole catalogue, with its undertakings.
 */
export function readOwnCatalogue(
	content: unknown,
	product: Catalogue
): { own: OwnCatalogue } | { faults: PartFault[] } {
	const result = v.safeParse(fileSchema, content);
	if (!result.success) {
		return { faults: result.issues.map((issue) => shapeFault(content, issue)) };
	}
	const { format: _, ...own } = result.output;
	const faults = [...findRepeated(own), ...faultsWith(own, product)];
	return faults.length > 0 ? { faults } : { own };
}

/** Ids that stand twice in one list of the file: the second would take the first one's place unseen. */
function findRepeated(own: OwnCatalogue): PartFault[] {
	const lists = [own.documents, own.indicators, [...own.targets, ...own.undertakings]];
	return lists.flatMap((list) => {
		const ids = list.map(({ id }) => id);
		const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
		return [...new Set(repeated)].map((id): PartFault => ({
			place: id,
			reason: 'catalogue.duplicate',
			params: { id }
		}));
	});
}

/** What does not fit together once the own parts stand among the product's. */
function faultsWith(own: OwnCatalogue, product: Catalogue): PartFault[] {
	const merged = mergeCatalogue(product, { ...own, retired: [] });
	return [...findFaults({ ...merged, fileOf: new Map() })].map(({ place, reason, params }) => ({
		place,
		reason,
		...(params && { params })
	}));
}
