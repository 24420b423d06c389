import { describe, expect, test } from 'vitest';
import { int32Column, int64Column, lengthOf, textAt, textColumn } from '#lib/engine/columns.ts';

describe('columns', () => {
	test('a text is kept once, and an absent text is told from an empty one', () => {
		const column = textColumn(['phường', 'xã', undefined, 'phường', '']);
		expect(column).toEqual({
			type: 'text',
			dictionary: ['phường', 'xã', ''],
			codes: Int32Array.of(0, 1, -1, 0, 2)
		});
		expect([0, 1, 2, 3, 4].map((row) => textAt(column, row))).toEqual([
			'phường',
			'xã',
			undefined,
			'phường',
			''
		]);
	});

	test('an absent number is told from zero', () => {
		expect(int32Column([3, undefined, 0])).toEqual({
			type: 'int32',
			values: Int32Array.of(3, 0, 0),
			absent: Uint8Array.of(0, 1, 0)
		});
		expect(int32Column([3, 0])).toEqual({ type: 'int32', values: Int32Array.of(3, 0) });
	});

	test('a column knows its length', () => {
		expect([textColumn(['a', 'b']), int64Column([1n, 2n, 3n])].map(lengthOf)).toEqual([2, 3]);
	});
});
