import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, localDayOf, untilNextDay } from '#lib/base/local-day.ts';

test.each([
	['2026-06-14T16:59:59.999Z', '2026-06-14'],
	['2026-06-14T17:00:00.000Z', '2026-06-15'],
	['2026-12-31T17:00:00Z', '2027-01-01'],
	['2024-02-28T17:30:00Z', '2024-02-29']
])('at %s it is %s in Viet Nam', (instant, day) => {
	expect(localDayOf(instant)).toBe(day);
});

test('the day in Viet Nam is the one that its time zone says', () => {
	const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
	const instants = fc.date({
		min: new Date('2000-01-01'),
		max: new Date('2100-01-01'),
		noInvalidDate: true
	});
	fc.assert(
		fc.property(instants, (instant) => {
			expect(localDayOf(instant.toISOString())).toBe(zone.format(instant));
		})
	);
});

test('the next day begins in Viet Nam when its milliseconds are over, and not before', () => {
	expect(untilNextDay(Date.parse('2026-06-14T16:59:59Z'))).toBe(1000);
	expect(untilNextDay(Date.parse('2026-06-14T17:00:00Z'))).toBe(86_400_000);
	fc.assert(
		fc.property(fc.integer({ min: -1e12, max: 4e12 }), (instant) => {
			const next = instant + untilNextDay(instant);
			expect(localDayOf(next)).toBe(addDays(localDayOf(instant), 1));
			expect(localDayOf(next - 1)).toBe(localDayOf(instant));
		})
	);
});

test('days added are days between', () => {
	const days = fc.integer({ min: -40_000, max: 40_000 });
	fc.assert(
		fc.property(days, days, (start, count) => {
			const from = addDays('2024-02-29', start);
			expect(daysBetween(from, addDays(from, count))).toBe(count);
		})
	);
});
