import fc from 'fast-check';
import { expect, it } from 'vitest';
import { productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { NOTHING_OWN, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import { encodeCatalogueFile, readCatalogueFile } from '#lib/state/catalogue-file.ts';

const product = await productCatalogueWhole();

it('a catalogue that went to a file comes back the same', () => {
	const own = fc
		.record({
			targets: fc.subarray(product.targets),
			undertakings: fc.subarray(product.undertakings),
			indicators: fc.subarray(product.indicators),
			documents: fc.subarray(product.documents),
			retired: fc.subarray(product.targets.map(({ id }) => id))
		})
		.map((parts): OwnCatalogue => parts);
	fc.assert(
		fc.property(own, (parts) => {
			expect(readCatalogueFile(encodeCatalogueFile(parts), product)).toEqual({ own: parts });
		}),
		{ numRuns: 20 }
	);
});

it('a file that is no JSON is refused with the line where reading stopped', () => {
	const reading = readCatalogueFile('{\n"format": \n!', product);
	expect(reading).toMatchObject({ faults: [{ reason: 'targets.fault-not-json' }] });
	expect(JSON.stringify(reading)).toMatch(/"place":"[3–]"/);
});

it('a file with a part out of shape is refused with its place', () => {
	const [target] = product.targets;
	const text = encodeCatalogueFile({
		...NOTHING_OWN,
		targets: [{ ...target!, indicator: 'khong-co' }]
	});
	const reading = readCatalogueFile(text, product);
	expect('faults' in reading).toBe(true);
});
