import { expect, test } from 'vitest';
import { orderRows } from '#lib/views/answer-order.ts';

function ordered(type: string, cells: (string | undefined)[], isDown = false) {
	const answer = {
		columns: [{ name: 'a', type }],
		rows: cells.map((cell) => [cell]),
		hasMore: false
	};
	return orderRows(answer, { column: 'a', isDown }).map(([cell]) => cell);
}

test('whole numbers are ordered exactly, beyond what a number of JavaScript holds', () => {
	const [less, more] = ['9007199254740992', '9007199254740993'];
	expect(ordered('BIGINT', [more, '-1', less, '10'])).toEqual(['-1', '10', less, more]);
});

test('decimals are ordered exactly, whatever their signs and places', () => {
	const rising = ['-2.50', '-0.5', '0.12345678901234567', '0.12345678901234568', '0.9', '12'];
	expect(ordered('DECIMAL(20,17)', rising.toReversed())).toEqual(rising);
});

test('cells without content come last, whichever way', () => {
	expect(ordered('DOUBLE', [undefined, '2.5', '-1e3'])).toEqual(['-1e3', '2.5', undefined]);
	expect(ordered('DOUBLE', [undefined, '2.5', 'inf'], true)).toEqual(['inf', '2.5', undefined]);
});

test('texts are ordered as Vietnamese does, numbers in them by their size', () => {
	expect(ordered('VARCHAR', ['Phường 10', 'Đống Đa', 'Phường 2', 'Dầu Tiếng'])).toEqual([
		'Dầu Tiếng',
		'Đống Đa',
		'Phường 2',
		'Phường 10'
	]);
});

test('a column that the answer does not have leaves the rows as they came', () => {
	const rows = [['2'], ['1']];
	const answer = { columns: [{ name: 'a', type: 'BIGINT' }], rows, hasMore: false };
	expect(orderRows(answer, { column: 'b', isDown: true })).toBe(rows);
	expect(orderRows(answer, undefined)).toBe(rows);
});
