import { expect, test } from 'vitest';
import { type GridPlace, nextCell } from '#lib/views/grid-move.ts';

/** Twelve rows of four; the first column holds the focus in even rows only, and the cell 1,2 never. */
const size = { rows: 12, columns: 4 };
const isReachable = ({ row, column }: GridPlace): boolean =>
	column === 0 ? row % 2 === 0 : !(row === 1 && column === 2);

test.each([
	['ArrowRight', [0, 0], [0, 1]],
	['ArrowRight', [1, 1], [1, 3]],
	['ArrowRight', [0, 3], undefined],
	['ArrowLeft', [1, 1], undefined],
	['ArrowLeft', [2, 1], [2, 0]],
	['ArrowDown', [0, 0], [2, 0]],
	['ArrowDown', [0, 2], [2, 2]],
	['ArrowDown', [11, 1], undefined],
	['ArrowUp', [2, 2], [0, 2]],
	['ArrowUp', [0, 1], undefined],
	['Home', [3, 3], [3, 1]],
	['Home', [2, 3], [2, 0]],
	['End', [1, 1], [1, 3]],
	['Control Home', [5, 2], [0, 2]],
	['Control End', [5, 0], [10, 0]],
	['PageDown', [0, 1], [10, 1]],
	['PageDown', [5, 1], [11, 1]],
	['PageUp', [11, 2], [2, 2]],
	['Enter', [0, 1], undefined]
] as [string, [number, number], [number, number]?][])('%s at %j leads to %j', (pressed, at, to) => {
	const key = pressed.replace('Control ', '');
	const question = { key, isControl: pressed !== key, size, isReachable };
	const [row, column] = at;
	expect(nextCell({ row, column }, question)).toEqual(to && { row: to[0], column: to[1] });
});
