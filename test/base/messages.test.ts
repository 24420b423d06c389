import { expect, test } from 'vitest';
import { say } from '#lib/base/messages.ts';

test('a word stands in the singular beside one, else in the plural', () => {
	const sourceOf = (count: number): string =>
		say('en', 'report.source', { count, period: 'Q4 2025', day: '5 Jan 2026' });
	expect(sourceOf(1)).toBe('Source: 1 submission for Q4 2025, the newest of 5 Jan 2026.');
	expect(sourceOf(0)).toMatch(/^Source: 0 submissions/);
	expect(sourceOf(21)).toMatch(/^Source: 21 submissions/);
});

test('a place without a value stays as it is', () => {
	expect(say('en', 'report.issues-others')).toBe('{count} more {count:remark|remarks}.');
});
