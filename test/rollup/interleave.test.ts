import { expect, test } from 'vitest';
import { int32Column, int64Column } from '#lib/engine/columns.ts';
import { interleaved, type Part } from '#lib/rollup/interleave.ts';

const first: Part = {
	count: 2,
	rows: {
		figure: {
			type: 'int16',
			values: Int16Array.of(1, 2, 11, 12),
			absent: Uint8Array.of(0, 1, 0, 0)
		},
		closed: { type: 'boolean', values: Uint8Array.of(1, 0, 1, 0) }
	}
};
const closed = { type: 'boolean', values: Uint8Array.of(1, 1) } as const;

test('puts the rows of every part together within each unit and period', () => {
	const rows = { figure: int32Column([3, 13]), closed };
	expect(interleaved([first, { count: 1, rows }])).toEqual({
		figure: {
			type: 'int32',
			values: Int32Array.of(1, 2, 3, 11, 12, 13),
			absent: Uint8Array.of(0, 1, 0, 0, 0, 0)
		},
		closed: { type: 'boolean', values: Uint8Array.of(1, 0, 1, 1, 0, 1) }
	});
});

test('keeps figures wider than those of the other parts', () => {
	const rows = { figure: int64Column([2n ** 40n, 13n]), closed };
	expect(interleaved([first, { count: 1, rows }])['figure']).toEqual({
		type: 'int64',
		values: BigInt64Array.of(1n, 2n, 2n ** 40n, 11n, 12n, 13n),
		absent: Uint8Array.of(0, 1, 0, 0, 0, 0)
	});
});

test('gives a single part as it is', () => {
	expect(interleaved([first])).toEqual(first.rows);
});
