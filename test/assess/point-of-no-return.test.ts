import { describe, expect, it } from 'vitest';
import { isPastReturn } from '#lib/assess/point-of-no-return.ts';
import { targetWith, totalWith } from './small-totals.ts';

describe('the point of no return', () => {
	it('is passed where reports are missing and yet the target is out of their reach', () => {
		const target = targetWith();
		const pending = { units: 1, unknown: 0, lastDenominator: 10n, numerator: 0n, denominator: 0n };
		const late = totalWith([10, 100], { pending });
		expect(isPastReturn({ target, status: 'not-met' }, late)).toBe(true);
		expect(isPastReturn({ target, status: 'undecided' }, late)).toBe(false);
		expect(isPastReturn({ target, status: 'not-met' }, totalWith([10, 100]))).toBe(false);
	});
});
