import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDays, periodOfDay, placeOfPeriod } from '#lib/assess/due-occurrences.ts';
import type { Due } from '#lib/catalogue/catalogue.ts';

const ALWAYS = { from: '0000-01-01', to: '9999-12-31' };

function yearly(first: string, until?: string): Due {
	return { kind: 'recurring', first, months: 12, ...(until && { until }) };
}

describe('dueDays', () => {
	it('tells a single day once, and only inside the window', () => {
		const due: Due = { kind: 'once', last: '2023-05-14' };
		expect(dueDays(due, ALWAYS)).toEqual(['2023-05-14']);
		expect(dueDays(due, { from: '2023-05-14', to: '2023-05-14' })).toEqual(['2023-05-14']);
		expect(dueDays(due, { from: '2023-05-15', to: '2024-01-01' })).toEqual([]);
		expect(dueDays(due, { from: '2023-01-01', to: '2023-05-13' })).toEqual([]);
	});

	it('repeats every so many months from the first day on, both ends of the window in', () => {
		expect(dueDays(yearly('2022-12-14'), { from: '2023-12-14', to: '2025-12-14' })).toEqual([
			'2023-12-14',
			'2024-12-14',
			'2025-12-14'
		]);
		const halfYearly: Due = { kind: 'recurring', first: '2023-06-14', months: 6 };
		expect(dueDays(halfYearly, { from: '2023-01-01', to: '2024-06-14' })).toEqual([
			'2023-06-14',
			'2023-12-14',
			'2024-06-14'
		]);
	});

	it('ends with the day until which it holds', () => {
		expect(dueDays(yearly('2022-12-31', '2024-12-31'), ALWAYS)).toEqual([
			'2022-12-31',
			'2023-12-31',
			'2024-12-31'
		]);
		expect(dueDays(yearly('2022-12-31', '2024-12-30'), ALWAYS)).toHaveLength(2);
	});

	it('stays on the last day of the month where it began on one, through leap years', () => {
		const quarterly: Due = { kind: 'recurring', first: '2023-06-30', months: 3 };
		expect(dueDays(quarterly, { from: '2023-01-01', to: '2024-03-31' })).toEqual([
			'2023-06-30',
			'2023-09-30',
			'2023-12-31',
			'2024-03-31'
		]);
		expect(dueDays(yearly('2024-02-29'), { from: '2024-01-01', to: '2028-12-31' })).toEqual([
			'2024-02-29',
			'2025-02-28',
			'2026-02-28',
			'2027-02-28',
			'2028-02-29'
		]);
	});

	it('takes the last day of a month that lacks its day', () => {
		const due: Due = { kind: 'recurring', first: '2023-08-30', months: 6 };
		expect(dueDays(due, { from: '2023-01-01', to: '2024-12-31' })).toEqual([
			'2023-08-30',
			'2024-02-29',
			'2024-08-30'
		]);
	});

	it('has the day after all of what waits for a condition, and the end of what goes on all the time', () => {
		expect(dueDays({ kind: 'conditional', last: '2023-12-31' }, ALWAYS)).toEqual(['2023-12-31']);
		expect(dueDays({ kind: 'continuous', until: '2025-12-31' }, ALWAYS)).toEqual(['2025-12-31']);
	});

	it('has none where the document names no day', () => {
		for (const kind of ['continuous', 'conditional', 'open'] as const) {
			expect(dueDays({ kind }, ALWAYS)).toEqual([]);
		}
	});

	it('cuts a longer window into the same days', () => {
		const day = fc
			.tuple(
				fc.integer({ min: 2020, max: 2040 }),
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ min: 1, max: 28 })
			)
			.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
		const months = fc.constantFrom<3 | 6 | 12>(3, 6, 12);
		fc.assert(
			fc.property(
				day,
				months,
				fc.array(day, { minLength: 3, maxLength: 3 }),
				(first, each, cuts) => {
					const due: Due = { kind: 'recurring', first, months: each };
					const [from = '', , to = ''] = [...cuts].sort();
					const whole = dueDays(due, { from: '2000-01-01', to: '2050-12-31' });
					expect(dueDays(due, { from, to })).toEqual(
						whole.filter((one) => one >= from && one <= to)
					);
					expect(new Set(whole.map((one) => one.slice(0, 7))).size).toBe(whole.length);
				}
			)
		);
	});
});

describe('placeOfPeriod', () => {
	it.each([
		['14 December', yearly('2023-12-14'), '2024', '2024-12-14'],
		['14 December, of a quarter', yearly('2023-12-14'), '2024-Q1', '2024-12-14'],
		['14 June, of the first half', yearly('2023-06-14'), '2024-H1', '2024-06-14'],
		['14 June, late in the year', yearly('2023-06-14'), '2024-Q4', '2024-06-14'],
		['31 January of the year after', yearly('2023-01-31'), '2023', '2024-01-31'],
		['the 10th after the quarter', every(3, '2023-04-10'), '2024-Q2', '2024-07-10'],
		['the end of the quarter', every(3, '2023-03-31'), '2024-Q2', '2024-06-30'],
		['14 June and December', every(6, '2023-06-14'), '2024', '2024-12-14'],
		['14 June and December, first half', every(6, '2023-06-14'), '2024-Q2', '2024-06-14'],
		['before the first', yearly('2023-12-14'), '2022', '2023-12-14'],
		['after the last', yearly('2023-12-14', '2024-12-14'), '2025', '2024-12-14']
	])('finds the day of %s', (_, due, period, expected) => {
		const days = dueDays(due, { from: '2020-01-01', to: '2026-12-31' });
		expect(days[placeOfPeriod(due, period, days)]).toBe(expected);
	});

	it('takes all periods for a single day, and none without days', () => {
		expect(placeOfPeriod({ kind: 'once', last: '2025-12-31' }, '2022-Q1', ['2025-12-31'])).toBe(0);
		expect(placeOfPeriod({ kind: 'open' }, '2022-Q1', [])).toBe(-1);
	});

	it('finds again the period that a day is for', () => {
		const dues = [yearly('2020-12-14'), yearly('2020-01-31'), every(6, '2020-06-14')];
		for (const due of [...dues, every(3, '2020-04-10'), every(3, '2020-03-31')]) {
			const days = dueDays(due, { from: '2020-01-01', to: '2030-12-31' });
			const periods = days.map((day) => periodOfDay(due, day) ?? '');
			expect(new Set(periods).size).toBe(days.length);
			expect(periods.map((period) => placeOfPeriod(due, period, days))).toEqual([...days.keys()]);
		}
	});
});

function every(months: 3 | 6 | 12, first: string): Due {
	return { kind: 'recurring', first, months };
}
