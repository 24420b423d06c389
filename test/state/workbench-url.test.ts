import { expect, test } from 'vitest';
import {
	fitsAddress,
	formatWorkbenchChoice,
	parseWorkbenchChoice
} from '#lib/state/workbench-url.ts';

test('what is said in a link reads back as it was', () => {
	const choice = {
		query: "SELECT 'đ' AS a",
		form: 'chart' as const,
		chart: { kind: 'line' as const, x: 'a', y: '-b', by: 'c' },
		order: { column: '-b', isDown: true }
	};
	expect(formatWorkbenchChoice(choice)).toEqual({
		...{ sql: "SELECT 'đ' AS a", as: 'chart', chart: 'line' },
		...{ x: 'a', y: '-b', by: 'c', sort: '--b' }
	});
	expect(parseWorkbenchChoice({ sql: "SELECT 'đ' AS a", sort: '-b' })).toEqual({
		query: "SELECT 'đ' AS a",
		chart: {},
		order: { column: 'b', isDown: true }
	});
	expect(parseWorkbenchChoice(formatWorkbenchChoice(choice) as Record<string, string>)).toEqual(
		choice
	);
});

test('what is shown without being chosen goes unsaid, and what is no choice counts as none', () => {
	expect(Object.values(formatWorkbenchChoice({ chart: {} })).filter(Boolean)).toEqual([]);
	expect(parseWorkbenchChoice({ as: 'pie', chart: 'pie' })).toEqual({ chart: {} });
});

test('a query that no server would take stands in no link', () => {
	expect(fitsAddress('ằ'.repeat(600))).toBe(true);
	expect(fitsAddress('ằ'.repeat(700))).toBe(false);
	expect(formatWorkbenchChoice({ query: 'x'.repeat(7000), chart: {} }).sql).toBeUndefined();
});
