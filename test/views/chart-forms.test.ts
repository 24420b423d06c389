import { expect, test } from 'vitest';
import { formOf, INDICATOR_CHARTS, turnedAll, withForm } from '#lib/views/chart-forms.ts';

test('a chart is a table where the address names it, or all', () => {
	expect(INDICATOR_CHARTS.map((chart) => formOf('trend.ranking', chart))).toEqual([
		...['table', 'chart', 'table', 'chart', 'chart']
	]);
	expect(formOf('all', 'parts')).toBe('table');
	expect(formOf(undefined, 'trend')).toBe('chart');
	expect(formOf('none.such', 'trend')).toBe('chart');
});

test('a choice names the tables in their order and leaves the usual form unsaid', () => {
	expect(withForm(undefined, 'ranking', 'table')).toBe('ranking');
	expect(withForm('ranking', 'trend', 'table')).toBe('trend.ranking');
	expect(withForm('trend', 'trend', 'chart')).toBeUndefined();
	expect(withForm('all', 'change', 'chart')).toBe('trend.ranking.multiples.parts');
	expect(withForm('trend.ranking.multiples.parts', 'change', 'table')).toBe('all');
});

test('all turn at once, and back where any is a table', () => {
	expect(turnedAll(undefined)).toBe('all');
	expect(turnedAll('trend')).toBeUndefined();
	expect(turnedAll('all')).toBeUndefined();
});
