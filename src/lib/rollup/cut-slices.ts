import type { IsoDate, Period } from '#lib/base/period.ts';
import {
	type BooleanColumn,
	type Columns,
	columnOf,
	int32Column,
	type NumberColumn,
	narrowed,
	numbersOf,
	textColumn
} from '#lib/engine/columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { parquetRows } from '#lib/engine/parquet.sql.ts';
import { createView } from '#lib/engine/table.sql.ts';
import type { Unit } from '#lib/units/unit.ts';
import { periodNames, totalsOfBatch } from './lake.sql.ts';
import type { RollupKeys } from './rollup-keys.ts';
import { sliceUnits, type SliceUnits } from './slice-index.ts';

/** What is cut, by the engine on which `rollUpLake` left its tables. */
interface Cutting {
	engine: Engine;
	units: readonly Unit[];
	keys: RollupKeys;
	boundaries?: IsoDate;
	/** The Parquet files of the totals. */
	totals: string;
	/** Rows that are in memory together. */
	rowsAtATime?: number;
}

/** The totals of some units as the bytes that `readRollup` reads. */
export interface Slice extends SliceUnits {
	bytes: Uint8Array;
}

const ROWS_AT_A_TIME = 3_000_000;

/** Cuts the totals of a lake into slices, one after the other, and says which periods they have. */
export async function cutSlices(
	cutting: Cutting,
	onSlice: (slice: Slice, place: { done: number; total: number }) => Promise<void>
): Promise<Period[]> {
	const { engine, units, keys, totals, rowsAtATime = ROWS_AT_A_TIME } = cutting;
	await engine.run(createView('total_part', parquetRows(totals)));
	const periods = await engine.query(periodNames(), ({ name }) => String(name));
	const slices = sliceUnits(units);
	const rowsOfUnit = periods.length * keys.indicators.length;
	let done = 0;
	for (const batch of batchesOf(slices, Math.max(1, Math.floor(rowsAtATime / rowsOfUnit)))) {
		const codes = [...new Set(batch.flatMap((slice) => slice.units))].sort();
		await engine.load('wanted', [encodeColumns(wanted(codes))]);
		const rows = await engine.queryColumns(totalsOfBatch());
		const ranges = rangesOf(rows, codes);
		for (const slice of batch) {
			const content = sliceOf(rows, { slice, ranges, periods, cutting });
			done += 1;
			await onSlice({ ...slice, bytes: encodeColumns(content) }, { done, total: slices.length });
		}
	}
	return periods;
}

/** Slices together that hold about so many units. */
function* batchesOf(slices: readonly SliceUnits[], most: number): Generator<SliceUnits[]> {
	let batch: SliceUnits[] = [];
	let size = 0;
	for (const slice of slices) {
		if (batch.length > 0 && size + slice.units.length > most) {
			yield batch;
			[batch, size] = [[], 0];
		}
		batch.push(slice);
		size += slice.units.length;
	}
	if (batch.length > 0) yield batch;
}

function wanted(codes: readonly string[]): Columns {
	return { place: int32Column(codes.map((_, place) => place)), code: textColumn(codes) };
}

type Range = { from: number; to: number };

/** Of each unit of the batch the rows that speak of it: they stand together. */
function rangesOf(rows: Columns, codes: readonly string[]): ReadonlyMap<string, Range> {
	const { values } = columnOf(rows, 'unit', 'int32');
	const ranges = new Map<string, Range>();
	for (let from = 0; from < values.length;) {
		let to = from;
		while (to < values.length && values[to] === values[from]) to += 1;
		ranges.set(codes[values[from] ?? -1] ?? '', { from, to });
		from = to;
	}
	return ranges;
}

interface SliceGround {
	slice: SliceUnits;
	ranges: ReadonlyMap<string, Range>;
	periods: readonly Period[];
	cutting: Cutting;
}

function sliceOf(rows: Columns, { slice, ranges, periods, cutting }: SliceGround): Columns {
	const parts = slice.units.flatMap((code) => ranges.get(code) ?? []);
	const ids = cutting.keys.indicators.map(({ id }) => id);
	const { boundaries } = cutting;
	const names = [
		...['numerator', 'denominator', 'reported', 'expected', 'pending_units', 'pending_unknown'],
		...['pending_last_denominator', 'pending_numerator', 'pending_denominator', 'stale'],
		...(boundaries === undefined ? [] : ['remainder_numerator', 'remainder_denominator'])
	];
	const codes = Int32Array.from(
		slice.units.flatMap((code, place) => {
			const range = ranges.get(code);
			return range ? Array<number>(range.to - range.from).fill(place) : [];
		})
	);
	const text = (name: string, dictionary: readonly string[]): Columns => {
		const { values, absent } = picked(numbersOf(rows, name), parts);
		const places = Int32Array.from(values, Number).map((place, row) =>
			absent?.[row] ? -1 : place
		);
		return { [name]: { type: 'text', dictionary, codes: places } };
	};
	return {
		unit: { type: 'text', dictionary: slice.units, codes },
		...text('period', periods),
		...text('indicator', ids),
		...text('as_of', periods),
		...Object.fromEntries(names.map((name) => [name, picked(numbersOf(rows, name), parts)])),
		closed: flags(columnOf(rows, 'closed', 'boolean'), parts),
		...(boundaries !== undefined && {
			boundaries: { type: 'text', dictionary: [boundaries], codes: new Int32Array(codes.length) },
			unallocated: flags(columnOf(rows, 'unallocated', 'boolean'), parts)
		})
	};
}

/** The rows of the ranges, one range after the other, in as few bytes as hold their numbers. */
function picked(column: NumberColumn, ranges: readonly Range[]): NumberColumn {
	const absent = column.absent && joined(column.absent, ranges);
	if (column.type === 'int16') return { ...column, values: joined(column.values, ranges), absent };
	if (column.type === 'int32')
		return narrowed({ type: 'int32', values: joined(column.values, ranges), absent });
	return narrowed({ type: 'int64', values: joined(column.values, ranges), absent });
}

function flags({ values }: BooleanColumn, ranges: readonly Range[]): BooleanColumn {
	return { type: 'boolean', values: joined(values, ranges) };
}

function joined<Values extends Uint8Array | Int16Array | Int32Array | BigInt64Array>(
	values: Values,
	ranges: readonly Range[]
): Values {
	const length = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
	const target = values.slice(0, 0).constructor as new (length: number) => Values;
	const all = new target(length);
	let offset = 0;
	for (const { from, to } of ranges) {
		all.set(values.subarray(from, to) as never, offset);
		offset += to - from;
	}
	return all;
}
