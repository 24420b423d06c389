import { describe, expect, it } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { productTopics } from '#lib/catalogue/load-topics.ts';

describe('the fields of work', () => {
	it('hold every indicator of the product, each once', () => {
		const sorted = productTopics()
			.flatMap(({ indicators }) => indicators)
			.sort();
		expect(sorted).toEqual(
			productCatalogue()
				.indicators.map(({ id }) => id)
				.sort()
		);
	});

	it('have ids of their own', () => {
		const ids = productTopics().map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});
});
