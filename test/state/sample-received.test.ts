import { expect, test } from 'vitest';
import { sampleReceivedOn } from '#lib/state/sample-received.ts';

test('most sheets of the sample come some days ahead of their due day', () => {
	expect(sampleReceivedOn({ template: 'B1', periods: ['2025-Q1'] })).toBe('2025-04-07');
	expect(sampleReceivedOn({ template: 'B5', periods: ['2024-Q4'] })).toBe('2024-12-10');
});

test('a few come late, and one that nobody owes has no day', () => {
	expect(sampleReceivedOn({ template: 'B4', periods: ['2025-Q2'] })).toBe('2025-07-16');
	expect(sampleReceivedOn({ template: 'long', periods: ['2025-Q2'] })).toBeUndefined();
	expect(sampleReceivedOn({ template: 'B1', periods: [] })).toBeUndefined();
});
