import { type Period, yearOf } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { type Columns, columnOf, int32Column, int64Column } from '#lib/engine/columns.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import {
	type KeyedEntries,
	type RollupSubmission,
	keyPlaces,
	keyedEntries
} from './key-entries.ts';
import type { RollupKeys } from './rollup-keys.ts';

/** What of the entries matters: those that may speak for the indicator in the period. */
interface Narrowing {
	keys: RollupKeys;
	indicator: Indicator;
	period: Period;
}

/** So many rows go into one stream. */
const STREAM_ROWS = 200_000;

/** The first and the last quarter, counted from the year 0, of the year that the period lies in. */
export function quartersOfYear(period: Period): { first: number; last: number } {
	const first = yearOf(period) * 4;
	return { first, last: first + 3 };
}

/**
 * Of the entries by number, with their places in the file, those of the period's year, whatever they count (they say how
 * far the year was reported), and the indicator's year-end figures of the years before; as Arrow IPC streams.
 */
export function* narrowEntries(
	submissions: readonly RollupSubmission[],
	narrowing: Narrowing
): Generator<Uint8Array> {
	const places = keyPlaces(narrowing.keys);
	const matters = matterOf(narrowing);
	let rows = new Rows();
	for (const { sequence, bytes } of submissions) {
		const entries = decodeColumns(bytes);
		rows.take(keyedEntries(entries, sequence, places), matters, {
			row: columnOf(entries, 'row', 'int32').values,
			column: columnOf(entries, 'column', 'int32').values
		});
		if (rows.length < STREAM_ROWS) continue;
		yield rows.encode();
		rows = new Rows();
	}
	yield rows.encode();
}

type Matter = (unit: number, measure: number, slot: number) => boolean;

function matterOf({ keys, indicator, period }: Narrowing): Matter {
	const { first, last } = quartersOfYear(period);
	const own = new Set([...indicator.numerator, ...indicator.denominator]);
	const isYearly = keys.measures.map(({ id, overTime }) => overTime === 'year' && own.has(id));
	return (unit, measure, slot) => {
		if (unit < 0 || measure < 0 || slot > last) return false;
		return slot >= first || (slot % 4 === 3 && isYearly[measure] === true);
	};
}

/** Entries one below the other, by column. */
class Rows {
	readonly #numbers: Record<string, number[]> = {
		sequence: [],
		unit: [],
		measure: [],
		slot: [],
		span: [],
		state: [],
		file_row: [],
		file_column: []
	};
	readonly #values: bigint[] = [];

	get length(): number {
		return this.#values.length;
	}

	take(
		{ value, ...keyed }: KeyedEntries,
		matters: Matter,
		places: Record<'row' | 'column', Int32Array>
	): void {
		const columns: Record<string, Int32Array> = {
			...keyed,
			file_row: places.row,
			file_column: places.column
		};
		for (const [at, figure] of value.entries()) {
			if (!matters(keyed.unit[at] ?? -1, keyed.measure[at] ?? -1, keyed.slot[at] ?? -1)) continue;
			for (const [name, numbers] of Object.entries(this.#numbers)) {
				numbers.push(columns[name]?.[at] ?? 0);
			}
			this.#values.push(figure);
		}
	}

	encode(): Uint8Array {
		const columns: Columns = { value: int64Column(this.#values) };
		for (const [name, column] of Object.entries(this.#numbers)) {
			columns[name] = int32Column(column);
		}
		return encodeColumns(columns);
	}
}
