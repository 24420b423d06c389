import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentDecimal, printPercent, printThreshold } from '#lib/views/print-value.ts';

const fraction = (numerator: number, denominator: number) => ({
	numerator: BigInt(numerator),
	denominator: BigInt(denominator)
});

describe('percentDecimal', () => {
	it('prints two decimals as a rule', () => {
		expect(percentDecimal(fraction(122, 132))).toBe('92.42');
		expect(percentDecimal(fraction(28, 28))).toBe('100.00');
	});

	it('never prints 1 717 of 1 718 as 100', () => {
		expect(percentDecimal(fraction(1717, 1718))).toBe('99.94');
		expect(percentDecimal(fraction(999_999, 1_000_000))).toBe('99.9999');
	});

	it('prints 8 996 of 10 000 as 89.96 beside 90', () => {
		expect(percentDecimal(fraction(8996, 10_000), [fraction(90, 100)])).toBe('89.96');
		expect(percentDecimal(fraction(899_999, 1_000_000), [fraction(90, 100)])).toBe('89.9999');
	});

	it('differs from every threshold that the value differs from', () => {
		const count = fc.integer({ min: 1, max: 10_000_000 });
		fc.assert(
			fc.property(count, count, fc.integer({ min: 1, max: 100 }), (a, b, percent) => {
				const value = fraction(Math.min(a, b), Math.max(a, b));
				const threshold = fraction(percent, 100);
				const isEqual = value.numerator * 100n === BigInt(percent) * value.denominator;
				const printed = percentDecimal(value, [threshold]);
				expect(Number(printed) === percent).toBe(isEqual);
			})
		);
	});
});

describe('printed values', () => {
	it('follow the language', () => {
		expect(printPercent(fraction(122, 132), { language: 'vi' })).toBe('92,42%');
		expect(printPercent(fraction(122, 132), { language: 'en' })).toBe('92.42%');
		expect(printThreshold({ value: '3', max: '4' }, { isRatio: true, language: 'vi' })).toBe(
			'3–4%'
		);
		expect(printThreshold({ value: '2.5' }, { isRatio: true, language: 'vi' })).toBe('2,5%');
	});
});
