import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Columns, int64Column, textAt, textColumn } from '#lib/engine/columns.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';

const flag = fc.constantFrom(0, 1);
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

/** Rows of every type; the numbers with and without gaps. */
const rows = fc.array(
	fc.record({
		text: fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }),
		value: int64,
		count: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
		absent: flag,
		isClosed: flag
	})
);

describe('encodeColumns', () => {
	test('decodeColumns gives back what went in', () => {
		fc.assert(
			fc.property(rows, (rows) => {
				const table: Columns = {
					text: textColumn(rows.map(({ text }) => text)),
					value: int64Column(rows.map(({ value }) => value)),
					count: { type: 'int32', values: Int32Array.from(rows, ({ count }) => count) },
					isClosed: { type: 'boolean', values: Uint8Array.from(rows, ({ isClosed }) => isClosed) }
				};
				const decoded = decodeColumns(encodeColumns(table));
				expect({ ...decoded, text: undefined }).toEqual({ ...table, text: undefined });
				expect(
					rows.map((_, row) => decoded.text?.type === 'text' && textAt(decoded.text, row))
				).toEqual(rows.map(({ text }) => text));
			})
		);
	});

	test('absent numbers stay absent', () => {
		fc.assert(
			fc.property(rows, (rows) => {
				const absent = Uint8Array.from(rows, (row) => row.absent);
				const decoded = decodeColumns(
					encodeColumns({
						value: { ...int64Column(rows.map(({ value }) => value)), absent },
						count: { type: 'int32', values: Int32Array.from(rows, ({ count }) => count), absent }
					})
				);
				const found = Object.values(decoded).map((column) =>
					column.type === 'int64' || column.type === 'int32' ? column.absent : undefined
				);
				const expected = absent.includes(1) ? absent : undefined;
				expect(found).toEqual([expected, expected]);
			})
		);
	});

	test.each([
		[3, 1],
		[128, 1],
		[129, 2],
		[32_768, 2],
		[32_769, 4]
	])('%i different texts take %i bytes a row', (size, bytes) => {
		const texts = Array.from({ length: size }, (_, index) => `MH-${index}`);
		const once = encodeColumns({ unit: textColumn(texts) }).length;
		const repeated = Array.from({ length: 80_000 }, (_, index) => texts[index % size]);
		const longer = encodeColumns({ unit: textColumn(repeated) }).length - once;
		expect(longer / (80_000 - size)).toBeCloseTo(bytes, 2);
		const { unit } = decodeColumns(encodeColumns({ unit: textColumn(texts) }));
		expect(unit?.type === 'text' && textAt(unit, size - 1)).toBe(texts.at(-1));
	});

	test('a table without rows, or without any text, stays so', () => {
		const table = { unit: textColumn([]), value: int64Column([]) };
		expect(decodeColumns(encodeColumns(table))).toEqual(table);
		const { unit } = decodeColumns(encodeColumns({ unit: textColumn([undefined, undefined]) }));
		expect(unit).toMatchObject({ codes: Int32Array.of(-1, -1) });
	});

	test('columns that share their memory are kept apart', () => {
		const numbers = Int32Array.of(1, 2, 3, 4);
		const table: Columns = {
			row: { type: 'int32', values: numbers },
			column: { type: 'int32', values: numbers },
			last: { type: 'int32', values: Int32Array.from(numbers) }
		};
		expect(decodeColumns(encodeColumns(table))).toEqual(table);
	});

	test('columns of different lengths are refused', () => {
		expect(() => encodeColumns({ a: textColumn(['x']), b: int64Column([1n, 2n]) })).toThrow(
			'columns of different lengths: 1, 2'
		);
	});
});
