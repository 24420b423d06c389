import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from '#lib/catalogue/catalogue.ts';
import {
	changesBetween,
	isSame,
	withoutOwn,
	withParts,
	withRestored,
	withRetired
} from '#lib/catalogue/edit-own-catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { mergeCatalogue, NOTHING_OWN, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';

const product = productCatalogue();
const [first, second] = product.targets as [Target, Target];

/** One edit, and what takes it back. */
type Edit = (own: OwnCatalogue) => OwnCatalogue;

const target = fc
	.record({
		id: fc.constantFrom(first.id, second.id, 'own-a', 'own-b', 'own-c'),
		section: fc.constantFrom('1', '2', '3')
	})
	.map(({ id, section }): Target => ({ ...first, id, section }));
const edit: fc.Arbitrary<Edit> = fc.oneof(
	target.map(
		(part): Edit =>
			(own) =>
				withParts(own, { targets: [part] })
	),
	target.map(
		({ id }): Edit =>
			(own) =>
				withRetired(own, id)
	),
	target.map(
		({ id }): Edit =>
			(own) =>
				withRestored(own, id)
	),
	target.map(
		({ id }): Edit =>
			(own) =>
				withoutOwn(own, { part: 'targets', id })
	)
);

describe('edits of the own catalogue', () => {
	it('change neither the own catalogue nor the product’s', () => {
		const before = JSON.stringify([product, NOTHING_OWN]);
		fc.assert(
			fc.property(fc.array(edit), (edits) => {
				const own = edits.reduce((made, next) => next(made), NOTHING_OWN);
				mergeCatalogue(product, own);
				expect(JSON.stringify([product, NOTHING_OWN])).toBe(before);
			})
		);
	});

	it('leave the catalogue as it was once each own part is taken out and followed again', () => {
		const before = JSON.stringify(mergeCatalogue(product, NOTHING_OWN));
		fc.assert(
			fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
				const own = edits.reduce((made, next) => next(made), NOTHING_OWN);
				const ids = own.targets.map(({ id }) => id);
				const bare = ids.reduce((made, id) => withoutOwn(made, { part: 'targets', id }), own);
				const followed = own.retired.reduce(withRestored, bare);
				expect(JSON.stringify(mergeCatalogue(product, followed))).toBe(before);
			})
		);
	});

	it('say nothing where nothing differs, and something where the merged catalogues differ', () => {
		fc.assert(
			fc.property(fc.array(edit), fc.array(edit), (some, others) => {
				const before = some.reduce((made, next) => next(made), NOTHING_OWN);
				const after = others.reduce((made, next) => next(made), before);
				const changes = changesBetween(product, { before, after });
				expect(changesBetween(product, { before, after: before })).toEqual([]);
				if (changes.length > 0) return;
				expect(isSame(mergeCatalogue(product, before), mergeCatalogue(product, after))).toBe(true);
			})
		);
	});

	it('follow a retired target again once it is changed', () => {
		const own = withParts(withRetired(NOTHING_OWN, first.id), { targets: [first] });
		expect(own.retired).toEqual([]);
	});

	it('are told one by one', () => {
		const changed = { ...first, section: 'khác' };
		const added = { ...second, id: 'own-a' };
		const before = withParts(NOTHING_OWN, { targets: [{ ...second, section: 'khác' }] });
		const after = withRetired(
			withParts(withoutOwn(before, { part: 'targets', id: second.id }), {
				targets: [changed, added]
			}),
			second.id
		);
		expect(changesBetween(product, { before, after })).toEqual([
			{ part: 'targets', id: second.id, what: 'reverted' },
			{ part: 'targets', id: first.id, what: 'changed' },
			{ part: 'targets', id: 'own-a', what: 'added' },
			{ part: 'targets', id: second.id, what: 'retired' }
		]);
	});
});

describe('isSame', () => {
	it('heeds no order of fields, and takes what is undefined for what is not there', () => {
		expect(isSame({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1, c: undefined })).toBe(true);
		expect(isSame({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
		expect(isSame({ a: [] }, { a: {} })).toBe(false);
	});
});
