import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCells } from '#lib/rollup/decode-entries.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';

const entries = fc.array(
	fc.record({
		unit: fc.constantFrom('MH01', 'MH02', 'Đơn vị'),
		period: fc.constantFrom('2024-Q4', '2024'),
		measure: fc.constantFrom('b1.xl', 'b1.xs'),
		state: fc.constantFrom('figure' as const, 'not-applicable' as const, 'missing' as const),
		value: fc.bigInt({ min: 0n, max: 2n ** 62n })
	})
);

test('the cells of a submission come back from its content as they were', () => {
	fc.assert(
		fc.property(entries, (cells) => {
			const content = encodeEntries(cells.map((cell, row) => ({ ...cell, row, column: 3 })));
			expect([...decodeCells(content)]).toEqual(cells);
		})
	);
});
