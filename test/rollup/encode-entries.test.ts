import { describe, expect, test } from 'vitest';
import { int32Column, int64Column, textColumn } from '#lib/engine/columns.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import { type ReportedEntry, encodeEntries } from '#lib/rollup/encode-entries.ts';

describe('encodeEntries', () => {
	test('keeps every entry, its state and its place in the file', () => {
		const cell = { unit: 'MH-101', period: '2024-Q4', row: 9 };
		const entries: ReportedEntry[] = [
			{ ...cell, measure: 'b1.xs', state: 'figure', value: 4n, column: 8 },
			{ ...cell, measure: 'b1.tot', state: 'missing', value: 0n, column: 9 },
			{ ...cell, measure: 'b1.ht', state: 'not-applicable', value: 0n, column: 10 }
		];
		expect(decodeColumns(encodeEntries(entries))).toEqual({
			unit: textColumn(['MH-101', 'MH-101', 'MH-101']),
			period: textColumn(['2024-Q4', '2024-Q4', '2024-Q4']),
			measure: textColumn(['b1.xs', 'b1.tot', 'b1.ht']),
			state: textColumn(['figure', 'missing', 'not-applicable']),
			value: int64Column([4n, 0n, 0n]),
			row: int32Column([9, 9, 9]),
			column: int32Column([8, 9, 10])
		});
	});
});
