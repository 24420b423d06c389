import { describe, expect, it } from 'vitest';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { productRegimes } from '#lib/catalogue/load-regimes.ts';

describe('the regimes', () => {
	it('speak of measures that there are', () => {
		const known = measuresOf(productCatalogue());
		const named = productRegimes().flatMap(({ measures }) => measures ?? []);
		expect(named.filter((id) => !known.has(id))).toEqual([]);
	});

	it('are in force from the days of their documents', () => {
		expect(productRegimes().map(({ id, from, isVerified }) => [id, from, isVerified])).toEqual([
			['rating-2018', '2018-03-08', true],
			['rating-2023', '2023-10-04', true],
			['rating-2025', '2025-08-30', true],
			['organisation-2025', '2025-07-01', true],
			['organisation-2026', '2026-07-26', false]
		]);
	});
});
