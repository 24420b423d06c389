import type { Period } from '#lib/base/period.ts';
import { type Columns, int32Column, int64Column, textColumn } from '#lib/engine/columns.ts';
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

/** Texts, each kept once: row i holds `dictionary[codes[i]]`. */
export interface ReportedTexts {
	dictionary: readonly string[];
	codes: Int32Array;
}

/** The same cells column by column. */
export interface ReportedColumns {
	unit: ReportedTexts;
	period: ReportedTexts;
	measure: ReportedTexts;
	state: ReportedTexts;
	value: BigInt64Array;
	row: Int32Array;
	column: Int32Array;
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

/** The very same content of cells that are at hand column by column, texts in the order of first appearance. */
export function encodeReported(cells: ReportedColumns): Uint8Array {
	const { unit, period, measure, state, value, row, column } = cells;
	const texts = Object.entries({ unit, period, measure, state }).map(
		([name, each]): [string, Columns[string]] => [name, { type: 'text', ...each }]
	);
	return encodeColumns({
		...Object.fromEntries(texts),
		value: { type: 'int64', values: value },
		row: { type: 'int32', values: row },
		column: { type: 'int32', values: column }
	});
}
