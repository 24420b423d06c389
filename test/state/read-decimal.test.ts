import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDecimal } from '#lib/state/read-decimal.ts';

it.each([
	['3,5', '3.5'],
	['3.5', '3.5'],
	[' 90 % ', '90'],
	['90,0', '90'],
	['0,05', '0.05'],
	['007', '7'],
	['0,125', '0.125'],
	['1000', '1000']
])('reads %j as %j', (text, decimal) => {
	expect(readDecimal(text)).toEqual({ decimal });
});

it.each(['1.000', '1,000', '90.125'])('asks what %j means', (text) => {
	expect(readDecimal(text)).toEqual({ fault: 'targets.fault-ambiguous' });
});

it.each(['', '-3', '3,5,1', '1.000,5', 'chín mươi', '1e3', ',5'])('refuses %j', (text) => {
	expect(readDecimal(text)).toEqual({ fault: 'targets.fault-number' });
});

it('reads comma and point alike', () => {
	fc.assert(
		fc.property(fc.nat(), fc.nat({ max: 99 }), (whole, part) => {
			expect(readDecimal(`${whole},${part}`)).toEqual(readDecimal(`${whole}.${part}`));
		})
	);
});
