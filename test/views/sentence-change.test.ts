import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeWords } from '#lib/views/sentence-change.ts';

const fraction = (numerator: number, denominator: number) => ({
	numerator: BigInt(numerator),
	denominator: BigInt(denominator)
});

describe('a change in words', () => {
	it('counts percentage points between ratios', () => {
		const words = { isRatio: true, language: 'vi' } as const;
		expect(changeWords(fraction(9242, 10000), fraction(9015, 10000), words)).toBe('+2,27 điểm %');
		expect(changeWords(fraction(80, 100), fraction(9, 10), words)).toBe('−10,00 điểm %');
		expect(changeWords(fraction(18, 20), fraction(9, 10), words)).toBe('không đổi');
	});

	it('counts pieces between counts', () => {
		const words = { isRatio: false, language: 'vi' } as const;
		expect(changeWords(fraction(9, 1), fraction(7, 1), words)).toBe('+2');
		expect(changeWords(fraction(1200, 1), fraction(3400, 1), words)).toBe('−2.200');
	});

	it('is never printed as nought', () => {
		const part = fc.integer({ min: 0, max: 1_000_000 });
		const whole = fc.integer({ min: 1, max: 1_000_000 });
		fc.assert(
			fc.property(part, whole, part, whole, (a, b, c, d) => {
				fc.pre(BigInt(a) * BigInt(d) !== BigInt(c) * BigInt(b));
				const words = changeWords(fraction(a, b), fraction(c, d), {
					isRatio: true,
					language: 'en'
				});
				expect(Number(words.replace('−', '-').replaceAll(',', '').replace(' pts', ''))).not.toBe(0);
			})
		);
	});
});
