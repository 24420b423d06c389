import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveTurn } from '#lib/assess/effective-change.ts';
import type { Fraction } from '#lib/base/fraction.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';

const indicators = productCatalogue().indicators;
const ratio = indicators.find(({ id }) => id === 'women-committee')!;
const count = indicators.find(({ id }) => id === 'committee-course')!;
const settings = { effectiveGapPoints: '1' };

const share = (numerator: bigint, denominator = 1000n): Fraction => ({ numerator, denominator });

describe('a change', () => {
	it('of a ratio shows from the effective gap on, to the fraction', () => {
		const turn = (now: bigint, before: bigint): string | undefined =>
			effectiveTurn(share(now), share(before), { indicator: ratio, settings });
		expect([turn(260n, 250n), turn(259n, 250n), turn(240n, 250n), turn(241n, 250n)]).toEqual([
			'up',
			undefined,
			'down',
			undefined
		]);
	});

	it('of a count shows from one on', () => {
		const turn = (now: bigint, before: bigint): string | undefined =>
			effectiveTurn(share(now, 1n), share(before, 1n), { indicator: count, settings });
		expect([turn(4n, 3n), turn(3n, 3n), turn(2n, 3n)]).toEqual(['up', undefined, 'down']);
	});

	it('goes the other way when told the other way round', () => {
		const fraction = fc
			.tuple(fc.bigInt(0n, 999n), fc.bigInt(1n, 999n))
			.map(([numerator, denominator]): Fraction => ({ numerator, denominator }));
		const opposite = { up: 'down', down: 'up' } as const;
		fc.assert(
			fc.property(fraction, fraction, (a, b) => {
				const there = effectiveTurn(a, b, { indicator: ratio, settings });
				const back = effectiveTurn(b, a, { indicator: ratio, settings });
				expect(back).toBe(there && opposite[there]);
			})
		);
	});

	it('is weighed by one percentage point unless the settings say otherwise', () => {
		expect(productSettings().effectiveGapPoints).toBe('1');
	});
});
