import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, readDate } from '#lib/units/read-date.ts';

describe('reading a day', () => {
	it.each([
		['2025-07-01', '2025-07-01'],
		['2025-7-1', '2025-07-01'],
		['2025-07-01T00:00:00Z', '2025-07-01'],
		['2025-07-01 00:00:00', '2025-07-01'],
		['01/07/2025', '2025-07-01'],
		['1/7/2025', '2025-07-01'],
		['1-7-2025', '2025-07-01'],
		['01.07.2025', '2025-07-01'],
		['29/02/2024', '2024-02-29'],
		['29/02/2025', undefined],
		['31/04/2025', undefined],
		['12/31/2025', undefined],
		['2025', undefined],
		['2025-07-01T08:30:00Z', undefined],
		['45839', undefined],
		['', undefined]
	])('reads “%s” as %s', (text, date) => {
		expect(readDate(text)).toBe(date);
	});

	it('reads any day in both ways of writing', () => {
		const days = fc.date({
			min: new Date('1900-01-01'),
			max: new Date('2200-01-01'),
			noInvalidDate: true
		});
		fc.assert(
			fc.property(days, (day) => {
				const date = day.toISOString().slice(0, 10);
				expect(readDate(date)).toBe(date);
				expect(readDate(date.split('-').reverse().join('/'))).toBe(date);
			})
		);
	});

	it('steps to the day after over the ends of months and years', () => {
		expect(dayAfter('2025-06-30')).toBe('2025-07-01');
		expect(dayAfter('2024-02-28')).toBe('2024-02-29');
		expect(dayAfter('2024-12-31')).toBe('2025-01-01');
	});
});
