import { expect, test } from 'vitest';
import { slicesOf } from '#lib/rollup/slices.ts';

test.each([
	[
		5,
		2,
		[
			[0, 1, 2],
			[3, 4]
		]
	],
	[2, 9, [[0], [1]]],
	[3, 1, [[0, 1, 2]]],
	[3, 0, [[0, 1, 2]]],
	[0, 4, [[]]]
])('%i places in %i runs are %j', (length, count, slices) => {
	expect(slicesOf(length, count)).toEqual(slices);
});
