import { describe, expect, test } from 'vitest';
import { columnOf, gravestOf } from '#lib/views/grid-issues.ts';

const columns = [
	{ column: 3, header: 'LLCT › Trung cấp', carries: 'b4.llct_tc' },
	{ column: 4, header: 'HTXSNV', carries: 'b1.xs' }
];

describe('columnOf', () => {
	test('finds the column by its header, by the last level of it, and by what it carries', () => {
		const of = (column?: string): number | undefined =>
			columnOf({ severity: 'error', code: 'x', ...(column && { column }) }, columns);
		expect([of('HTXSNV'), of('Trung cấp'), of('b1.xs'), of('khác'), of()]).toEqual([
			...[4, 3, 4],
			...[undefined, undefined]
		]);
	});
});

describe('gravestOf', () => {
	test('is the gravest severity, none for no issue', () => {
		expect(gravestOf([])).toBeUndefined();
		expect(
			gravestOf([
				{ severity: 'info', code: 'a' },
				{ severity: 'warning', code: 'b' }
			])
		).toBe('warning');
	});
});
