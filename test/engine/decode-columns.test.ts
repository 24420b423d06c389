import { tableFromIPC } from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { type Columns, textColumn } from '#lib/engine/columns.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import { columnsOf } from '#lib/engine/table-columns.ts';

const TABLE: Columns = {
	unit: textColumn(['MH01', undefined, 'Phường Ngã Bảy', '\ufeffMH01']),
	count: {
		type: 'int16',
		values: Int16Array.of(1, 0, -7, 4),
		absent: Uint8Array.of(0, 1, 0, 0)
	},
	value: { type: 'int64', values: BigInt64Array.of(1n, -(2n ** 63n), 2n ** 63n - 1n, 0n) },
	closed: { type: 'boolean', values: Uint8Array.of(1, 0, 0, 1) }
};

describe('decodeColumns', () => {
	test('reads numbers and flags as the Arrow library does', () => {
		const bytes = encodeColumns(TABLE);
		const { unit: _, ...decoded } = decodeColumns(bytes);
		const { unit: __, ...read } = columnsOf(tableFromIPC(bytes));
		expect(decoded.value).toEqual(read.value);
		expect(decoded.closed).toEqual(read.closed);
		expect(decodeColumns(bytes)).toEqual(TABLE);
	});

	test('reads bytes that lie unevenly in their memory', () => {
		const bytes = encodeColumns(TABLE);
		const uneven = new Uint8Array(bytes.length + 3).subarray(3);
		uneven.set(bytes);
		expect(decodeColumns(uneven)).toEqual(TABLE);
	});

	test('refuses what is cut short, is nothing, or is something else', () => {
		const bytes = encodeColumns(TABLE);
		for (let length = 0; length < bytes.length - 8; length += 5)
			expect(() => decodeColumns(bytes.subarray(0, length))).toThrow();
		expect(() => decodeColumns(new TextEncoder().encode('unit,value\nMH01,1\n'))).toThrow();
	});
});
