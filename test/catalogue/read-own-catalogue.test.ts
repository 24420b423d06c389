import { describe, expect, it } from 'vitest';
import type { Indicator, Target, Undertaking } from '#lib/catalogue/catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { mergeCatalogue, NOTHING_OWN, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import { OWN_FORMAT, readOwnCatalogue } from '#lib/catalogue/read-own-catalogue.ts';

const product = productCatalogue();
const words = { vi: 'chữ', en: 'word' };
const cited = { document: 'nq-2026', section: 'II', quote: 'trên 95%', inferred: false };
const own: OwnCatalogue = {
	documents: [
		{ id: 'nq-2026', number: '09-NQ/TW', name: words, date: '2026-10-01', rank: 'central' }
	],
	indicators: [
		{
			...{ id: 'places', name: words, shortName: words, counted: words, definition: words },
			...{ numerator: ['b8/nq-2026-places/th'], denominator: [] }
		} satisfies Indicator
	],
	targets: [
		{
			...{ id: 'nq-2026-good', indicator: 'grassroots-rated-good', kind: 'ratio', ...cited },
			threshold: { comparator: '>', value: '90', path: [{ from: 2028, value: '95' }] }
		} satisfies Target,
		{
			...{ id: 'nq-2026-places', indicator: 'places', kind: 'rank', ...cited },
			threshold: { comparator: '<=', value: '5' }
		} satisfies Target
	],
	undertakings: [
		{
			...{ id: 'nq-2026-database', kind: 'milestone', name: words, ...cited },
			due: { kind: 'once', last: '2027-12-31' }
		} satisfies Undertaking
	],
	retired: ['nq21-2030-admission-rate']
};

function file(change: object = {}): unknown {
	return JSON.parse(JSON.stringify({ format: OWN_FORMAT, ...own, ...change }));
}

describe('a file of own parts', () => {
	it('comes back as it was written', () => {
		expect(readOwnCatalogue(file(), product)).toEqual({ own });
	});

	it('may hold nothing', () => {
		expect(readOwnCatalogue({ format: OWN_FORMAT, ...NOTHING_OWN }, product)).toEqual({
			own: NOTHING_OWN
		});
	});

	it('tells everything that is out of shape at once', () => {
		const [target] = own.targets;
		const read = readOwnCatalogue(
			file({ format: 'other', targets: [{ ...target, quote: '', section: 7 }] }),
			product
		);
		expect('faults' in read && read.faults.map(({ place }) => place)).toEqual([
			'format',
			'nq-2026-good › section',
			'nq-2026-good › quote'
		]);
	});

	it('tells everything that leads nowhere at once', () => {
		const targets = own.targets.map((target) => ({ ...target, document: 'none' }));
		expect(readOwnCatalogue(file({ targets, indicators: [] }), product)).toEqual({
			faults: [
				{
					place: 'nq-2026-good › document',
					reason: 'catalogue.unknown-document',
					params: { id: 'none' }
				},
				{
					place: 'nq-2026-places › indicator',
					reason: 'catalogue.unknown-indicator',
					params: { id: 'places' }
				},
				{
					place: 'nq-2026-places › document',
					reason: 'catalogue.unknown-document',
					params: { id: 'none' }
				}
			]
		});
	});

	it('may not hold one id twice', () => {
		const targets = [...own.targets, own.targets[0]];
		expect(readOwnCatalogue(file({ targets }), product)).toMatchObject({
			faults: [{ place: 'nq-2026-good', reason: 'catalogue.duplicate' }, {}]
		});
	});

	it.each([undefined, null, 7, 'text', []])('is not %j', (content) => {
		expect(readOwnCatalogue(content, product)).toHaveProperty('faults');
	});
});

it('what own indicators read from the long sheet is listed there', () => {
	const { templates } = mergeCatalogue(product, own);
	const longOf = (sheets: typeof templates): string[] =>
		sheets.flatMap(({ layout, measures }) => (layout ? measures.map(({ id }) => id) : []));
	expect(longOf(templates)).toEqual([...longOf(product.templates), 'b8/nq-2026-places/th']);
	expect(mergeCatalogue(product, NOTHING_OWN).templates).toBe(product.templates);
});
