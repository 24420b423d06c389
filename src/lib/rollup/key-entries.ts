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

/** Submissions of so many bytes go into one stream: a few streams load faster than many, and none should be huge. */
const STREAM_BYTES = 16_000_000;

/** The number columns of the table `entry`. */
const NUMBERS = ['sequence', 'unit', 'measure', 'slot', 'span', 'state'] as const;

/** The entries of one submission by number. */
export type KeyedEntries = Record<(typeof NUMBERS)[number], Int32Array> & { value: BigInt64Array };

/** The places of units and measures in the keys. */
type Places = Record<'units' | 'measures', ReadonlyMap<string, number>>;

/** The quarter that a period ends with, counted from the year 0: four times the year, and 0 to 3. */
export function slotOf(period: Period): number {
	return yearOf(period) * 4 + lastQuarterOf(period) - 1;
}

/**
 * The entries of the submissions by number, as Arrow IPC streams for the table `entry`; −1 stands for a unit or a
 * measure that is no longer known. Where measures are named by their places, their entries alone. Throws where the bytes
 * are no submission.
 */
export function* keyEntries(
	submissions: readonly RollupSubmission[],
	keys: RollupKeys,
	measures?: ReadonlySet<number>
): Generator<Uint8Array> {
	const places = keyPlaces(keys);
	for (const batch of batchesOf(submissions)) {
		const parts = batch.map(({ sequence, bytes }) =>
			of(keyedEntries(decodeColumns(bytes), sequence, places), measures)
		);
		yield encodeColumns(joined(parts));
	}
}

/** Those of the entries that are of the measures. */
function of(entries: KeyedEntries, measures: ReadonlySet<number> | undefined): KeyedEntries {
	if (!measures) return entries;
	const isOf = (_: unknown, row: number): boolean => measures.has(entries.measure[row] ?? -1);
	return {
		...Object.fromEntries(NUMBERS.map((name) => [name, entries[name].filter(isOf)])),
		value: entries.value.filter(isOf)
	} as KeyedEntries;
}

/** The places of units and measures, by name. */
export function keyPlaces(keys: RollupKeys): Places {
	return { units: placesOf(keys.units), measures: placesOf(keys.measures.map(({ id }) => id)) };
}

/** The decoded entries of a submission by number; −1 stands for a unit or a measure without a place. */
export function keyedEntries(
	entries: Columns,
	sequence: number,
	{ units, measures }: Places
): KeyedEntries {
	const value = columnOf(entries, 'value', 'int64').values;
	return {
		sequence: new Int32Array(value.length).fill(sequence),
		unit: numbered(entries, 'unit', (code) => units.get(code)),
		measure: numbered(entries, 'measure', (id) => measures.get(id)),
		slot: numbered(entries, 'period', slotOf),
		span: numbered(entries, 'period', (period) => SPAN[kindOf(period)]),
		state: numbered(entries, 'state', (state) => STATE[state as keyof typeof STATE]),
		value
	};
}

function* batchesOf(submissions: readonly RollupSubmission[]): Generator<RollupSubmission[]> {
	let batch: RollupSubmission[] = [];
	let size = 0;
	for (const submission of submissions) {
		batch.push(submission);
		size += submission.bytes.length;
		if (size < STREAM_BYTES) continue;
		yield batch;
		[batch, size] = [[], 0];
	}
	if (batch.length > 0) yield batch;
}

/** The column's texts as numbers; −1 for a text without one. */
function numbered(
	columns: Columns,
	name: string,
	numberOf: (text: string) => number | undefined
): Int32Array {
	const { dictionary, codes } = columnOf(columns, name, 'text');
	const numbers = dictionary.map((text) => numberOf(text) ?? -1);
	return codes.map((code) => numbers[code] ?? -1);
}

/** The parts, one below the other. */
function joined(parts: readonly KeyedEntries[]): Columns {
	const length = parts.reduce((sum, { value }) => sum + value.length, 0);
	const numbers = NUMBERS.map((name): [string, Int32Column] => {
		const column = parts.map((part) => part[name]);
		return [name, { type: 'int32', values: filled(new Int32Array(length), column) }];
	});
	const values = filled(
		new BigInt64Array(length),
		parts.map(({ value }) => value)
	);
	return { ...Object.fromEntries(numbers), value: { type: 'int64', values } };
}

/** The target, with the parts set into it one after the other. */
function filled<Numbers extends { length: number; set(part: Numbers, offset: number): void }>(
	target: Numbers,
	parts: readonly Numbers[]
): Numbers {
	let offset = 0;
	for (const part of parts) {
		target.set(part, offset);
		offset += part.length;
	}
	return target;
}
