import { describe, expect, it } from 'vitest';
import { watchDenominator } from '#lib/assess/denominator-watch.ts';
import type { Tally } from '#lib/assess/tally.ts';

describe('the denominator watch', () => {
	const of = (numerator: bigint, denominator: bigint): Tally => ({ numerator, denominator });

	it('tells a ratio that rose only because its denominator fell, and the mirror case', () => {
		expect(watchDenominator(of(90n, 100n), of(90n, 95n))).toBe('rose');
		expect(watchDenominator(of(90n, 100n), of(88n, 90n))).toBe('rose');
		expect(watchDenominator(of(90n, 100n), of(90n, 110n))).toBe('fell');
		expect(watchDenominator(of(90n, 100n), of(91n, 120n))).toBe('fell');
	});

	it('says nothing where the numerator went along, nothing moved, or nothing can be divided', () => {
		expect(watchDenominator(of(90n, 100n), of(91n, 95n))).toBe(undefined);
		expect(watchDenominator(of(90n, 100n), of(80n, 110n))).toBe(undefined);
		expect(watchDenominator(of(90n, 100n), of(90n, 100n))).toBe(undefined);
		expect(watchDenominator(of(0n, 0n), of(1n, 1n))).toBe(undefined);
	});
});
