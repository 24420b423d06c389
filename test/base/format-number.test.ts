import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInteger, localizeDecimal, toDecimal } from '#lib/base/format-number.ts';
import { compareFractions, parseDecimal } from '#lib/base/fraction.ts';

describe('numbers', () => {
	it('are grouped and pointed as the language does', () => {
		expect(formatInteger(16_435, 'vi')).toBe('16.435');
		expect(formatInteger(9_007_199_254_740_993n, 'en')).toBe('9,007,199,254,740,993');
		expect(formatInteger(-47, 'vi')).toBe('-47');
		expect(localizeDecimal('1234.50', 'vi')).toBe('1.234,50');
	});

	it('are rounded once, half up, and keep their decimals', () => {
		expect(toDecimal({ numerator: 1n, denominator: 8n }, 2)).toBe('0.13');
		expect(toDecimal({ numerator: 3n, denominator: 1n }, 2)).toBe('3.00');
		expect(toDecimal({ numerator: 5n, denominator: 2n }, 0)).toBe('3');
	});

	it('read back exactly what a decimal says', () => {
		fc.assert(
			fc.property(fc.nat(), fc.integer({ min: 0, max: 6 }), (numerator, decimals) => {
				const value = { numerator: BigInt(numerator), denominator: 10n ** BigInt(decimals) };
				expect(compareFractions(parseDecimal(toDecimal(value, decimals)), value)).toBe(0);
			})
		);
	});
});
