import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { draftFile } from '#lib/ingest/draft-file.ts';
import { EXAMPLES, exampleUnits } from './example-units.ts';

const SHEETS = new URL('../fixtures/sheets/', import.meta.url);
const units = await exampleUnits();

/** The figures of a file, in a word each, without those of some measures. */
async function figuresOf(url: URL, without: readonly string[] = []): Promise<string[]> {
	const bytes = new Uint8Array(readFileSync(url));
	const name = url.pathname;
	const [draft] = await draftFile({ name, bytes, catalogue: productCatalogue(), units });
	return (draft?.entries ?? [])
		.filter(({ measure }) => !without.includes(measure))
		.map(({ unit, measure, state, value }) => `${unit} ${measure} ${state} ${value}`)
		.sort();
}

describe('the worked grid of a ratings sheet as it would arrive', () => {
	it.each(['d1-worked-grid.csv', 'd1-worked-grid-merged.xlsx'])(
		'says in %s what the clean example says, figure by figure',
		async (name) => {
			const clean = await figuresOf(new URL('B1.csv', EXAMPLES), ['b1.cbtt', 'b1.chua_xl']);
			expect(clean).toHaveLength(40);
			expect(await figuresOf(new URL(name, SHEETS))).toEqual(clean);
		}
	);
});
