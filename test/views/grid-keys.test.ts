import { describe, expect, test } from 'vitest';
import { moveOf } from '#lib/views/grid-keys.ts';

const size = { places: 30, columns: [1, 2, 5], page: 8 };

function go(key: string, from: [number, number], isFar = false): number[] | undefined {
	const to = moveOf(key, { from: { place: from[0], column: from[1] }, size, isFar });
	return to && [to.place, to.column];
}

describe('moveOf', () => {
	test('moves by one cell and stops at the edges', () => {
		expect(go('ArrowDown', [0, 2])).toEqual([1, 2]);
		expect(go('ArrowDown', [29, 2])).toEqual([29, 2]);
		expect(go('ArrowRight', [3, 2])).toEqual([3, 5]);
		expect(go('ArrowRight', [3, 5])).toEqual([3, 5]);
		expect(go('ArrowLeft', [3, 1])).toEqual([3, 1]);
	});

	test('moves by a page, and to the very ends', () => {
		expect(go('PageDown', [3, 1])).toEqual([11, 1]);
		expect(go('PageUp', [3, 1])).toEqual([0, 1]);
		expect(go('Home', [3, 5])).toEqual([3, 1]);
		expect(go('End', [3, 1], true)).toEqual([29, 5]);
		expect(go('ArrowUp', [20, 2], true)).toEqual([0, 2]);
	});

	test('goes on from the end of a row to the next one, and back', () => {
		expect(go('next', [3, 2])).toEqual([3, 5]);
		expect(go('next', [3, 5])).toEqual([4, 1]);
		expect(go('previous', [4, 1])).toEqual([3, 5]);
		expect(go('next', [29, 5])).toEqual([29, 5]);
	});

	test('leaves other keys alone, so that Tab leads out of the grid', () => {
		expect([go('Tab', [3, 2]), go('a', [3, 2])]).toEqual([undefined, undefined]);
	});
});
