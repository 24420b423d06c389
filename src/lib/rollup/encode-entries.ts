import type { Period } from '#lib/base/period.ts';
import { int32Column, int64Column, textColumn } from '#lib/engine/columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';

/** One cell of data: whose, when, what, how many, and where in the file it stands. */
export interface ReportedEntry {
	unit: string;
	period: Period;
	measure: string;
	/** A figure, "x", or nothing reported, which takes back what an older submission reported. */
	state: 'figure' | 'not-applicable' | 'missing';
	/** The figure; 0 where the state is another. */
	value: bigint;
	/** Row and column of the cell in the file, from 1. */
	row: number;
	column: number;
}

/** The content of one submission as it is kept: an Arrow IPC stream with a row for each entry, in order. */
export function encodeEntries(entries: readonly ReportedEntry[]): Uint8Array {
	return encodeColumns({
		unit: textColumn(entries.map(({ unit }) => unit)),
		period: textColumn(entries.map(({ period }) => period)),
		measure: textColumn(entries.map(({ measure }) => measure)),
		state: textColumn(entries.map(({ state }) => state)),
		value: int64Column(entries.map(({ value }) => value)),
		row: int32Column(entries.map(({ row }) => row)),
		column: int32Column(entries.map(({ column }) => column))
	});
}
