import { type Period, kindOf, lastQuarterOf, yearOf } from '#lib/base/period.ts';
import { type Columns, type Int32Column, columnOf } from '#lib/engine/columns.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import { type RollupKeys, placesOf } from './rollup-keys.ts';

/** The content of one submission, as `encodeEntries` made it; a higher sequence is newer. */
export interface RollupSubmission {
	sequence: number;
	bytes: Uint8Array;
}

/** What a cell says, so numbered that of several statements in one submission the greatest holds. */
export const STATE = { missing: 0, 'not-applicable': 1, figure: 2 } as const;

/** How many quarters a period spans. */
export const SPAN = { quarter: 1, half: 2, year: 4 } as const;

/** The quarter that a period ends with, counted from the year 0: four times the year, and 0 to 3. */
export function slotOf(period: Period): number {
	return yearOf(period) * 4 + lastQuarterOf(period) - 1;
}

/**
 * The entries of the submissions by number, one Arrow IPC stream each, for the table `entry`; −1 stands for a unit or a
 * measure that is no longer known. Throws where the bytes are no submission.
 */
export function keyEntries(
	submissions: readonly RollupSubmission[],
	{ units, measures }: RollupKeys
): Uint8Array[] {
	const unitPlaces = placesOf(units);
	const measurePlaces = placesOf(measures.map(({ id }) => id));
	return submissions.map(({ sequence, bytes }) => {
		const entries = decodeColumns(bytes);
		const value = columnOf(entries, 'value', 'int64');
		return encodeColumns({
			sequence: { type: 'int32', values: new Int32Array(value.values.length).fill(sequence) },
			unit: numbered(entries, 'unit', (code) => unitPlaces.get(code)),
			measure: numbered(entries, 'measure', (id) => measurePlaces.get(id)),
			slot: numbered(entries, 'period', slotOf),
			span: numbered(entries, 'period', (period) => SPAN[kindOf(period)]),
			state: numbered(entries, 'state', (state) => STATE[state as keyof typeof STATE]),
			value
		});
	});
}

/** The column's texts as numbers; −1 for a text without one. */
function numbered(
	columns: Columns,
	name: string,
	numberOf: (text: string) => number | undefined
): Int32Column {
	const { dictionary, codes } = columnOf(columns, name, 'text');
	const numbers = dictionary.map((text) => numberOf(text) ?? -1);
	return { type: 'int32', values: codes.map((code) => numbers[code] ?? -1) };
}
