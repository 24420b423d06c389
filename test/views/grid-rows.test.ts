import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allRows, rowsInTrouble } from '#lib/views/grid-rows.ts';

describe('allRows', () => {
	test('goes from the first row to the last', () => {
		const rows = allRows({ first: 5, last: 9 });
		expect([rows.length, rows.at(0), rows.at(4), rows.at(5)]).toEqual([5, 5, 9, undefined]);
		expect([rows.placeOf(7), rows.placeOf(1), rows.placeOf(99)]).toEqual([2, 0, 5]);
	});
});

describe('rowsInTrouble', () => {
	test('holds each row once, corrected ones too', () => {
		const rows = rowsInTrouble(Uint32Array.of(9, 12), [{ row: 12 }, { row: 7 }]);
		expect([0, 1, 2, 3].map(rows.at)).toEqual([7, 9, 12, undefined]);
	});

	test('finds every row where it stands', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 1000 })), (troubled) => {
				const rows = rowsInTrouble(Uint32Array.from(troubled).sort(), []);
				for (const row of troubled) expect(rows.at(rows.placeOf(row))).toBe(row);
			})
		);
	});
});
