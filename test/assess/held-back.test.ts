import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heldBackBy } from '#lib/assess/held-back.ts';
import type { IndicatorTotal, Totals } from '#lib/base/indicator-total.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';

const { indicators, targets } = productCatalogue();
const indicator = indicators.find(({ id }) => id === 'plan-women')!;
const target = targets.find(({ id }) => id === 'dn-2025-plan-women')!;
const BASE = {
	...{ period: '2024', indicator: 'plan-women', reported: 1, expected: 1, stale: 0, closed: true },
	pending: { units: 0, unknown: 0, lastDenominator: 0n, numerator: 0n, denominator: 0n }
};

/** A whole MH whose children add up to it. */
function totalsOf(counts: readonly { women: number; all: number }[]): Totals {
	const units = new Map<string, IndicatorTotal>();
	const put = (unit: string, women: number, all: number): void =>
		void units.set(unit, {
			...BASE,
			unit,
			numerator: BigInt(women),
			denominator: BigInt(all)
		});
	counts.forEach(({ women, all }, place) => put(`U${place}`, women, all));
	const sum = (field: 'women' | 'all'): number =>
		counts.reduce((total, count) => total + count[field], 0);
	put('MH', sum('women'), sum('all'));
	return { periods: ['2024'], total: (unit) => units.get(unit) };
}

it('the shares of those who hold a whole back come to one, the largest first', () => {
	const count = fc
		.record({ women: fc.nat(40), others: fc.integer({ min: 1, max: 200 }) })
		.map(({ women, others }) => ({ women, all: women + others }));
	fc.assert(
		fc.property(fc.array(count, { minLength: 1, maxLength: 8 }), (counts) => {
			const children = counts.map((_, place) => `U${place}`);
			const missed = [{ indicator, target }];
			const question = { unit: 'MH', children, period: '2024', missed };
			const { units } = heldBackBy(totalsOf(counts), question);
			const lacking = counts.filter(({ women, all }) => women * 4 < all);
			expect(units).toHaveLength(lacking.length);
			const shares = units.map(({ share }) => share);
			expect(shares).toEqual([...shares].sort((a, b) => b - a));
			const sum = shares.reduce((total, share) => total + share, 0);
			expect(sum).toBeCloseTo(lacking.length > 0 ? 1 : 0, 9);
		})
	);
});
