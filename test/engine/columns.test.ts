import { describe, expect, test } from 'vitest';
import {
	int32Column,
	int64Column,
	lengthOf,
	narrowed,
	textAt,
	textColumn
} from '#lib/engine/columns.ts';

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

	test('whole numbers are kept in as few bytes as hold them all', () => {
		expect(narrowed({ ...int64Column([7n, 2n ** 50n]), absent: Uint8Array.of(0, 1) })).toEqual({
			type: 'int16',
			values: Int16Array.of(7, 0),
			absent: Uint8Array.of(0, 1)
		});
		expect(narrowed(int64Column([-40_000n]))).toEqual(int32Column([-40_000]));
		expect(narrowed(int64Column([2n ** 31n]))).toEqual(int64Column([2n ** 31n]));
	});

	test('a column knows its length', () => {
		expect([textColumn(['a', 'b']), int64Column([1n, 2n, 3n])].map(lengthOf)).toEqual([2, 3]);
	});
});
