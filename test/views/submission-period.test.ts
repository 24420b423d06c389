import { expect, test } from 'vitest';
import { lastEndedQuarter, periodChoices } from '#lib/views/submission-period.ts';

test('the choices are years with their quarters, newest first', () => {
	const choices = periodChoices(2026);
	expect(choices.slice(0, 6)).toEqual([
		...['2026', '2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1'],
		'2025'
	]);
	expect(choices.at(-1)).toBe('2020-Q1');
});

test('reports are due for the quarter that ended last', () => {
	expect(lastEndedQuarter({ year: 2026, month: 11 })).toBe('2026-Q3');
	expect(lastEndedQuarter({ year: 2026, month: 4 })).toBe('2026-Q1');
	expect(lastEndedQuarter({ year: 2026, month: 3 })).toBe('2025-Q4');
});
