import { type DuckDBResult, DuckDBTypeId, type DuckDBVector } from '@duckdb/node-api';
import { type Column, type Columns, type NumberColumn, textColumn } from './columns.ts';

/** The answer of native DuckDB as typed arrays, read part by part; throws where a column has another type. */
export async function nativeColumns(result: DuckDBResult): Promise<Columns> {
	const names = result.columnNames();
	const readers = names.map((name, index) => ({
		name,
		...readerOf(result.columnTypeId(index), name)
	}));
	for (;;) {
		const chunk = await result.fetchChunk();
		if (!chunk || chunk.rowCount === 0) break;
		for (const [index, reader] of readers.entries())
			reader.take(chunk.getColumnVector(index) as DuckDBVector<never>, chunk.rowCount);
	}
	return Object.fromEntries(readers.map(({ name, column }) => [name, column()]));
}

/** Gathers one column. */
interface ColumnReader {
	take(vector: DuckDBVector, rows: number): void;
	column(): Column;
}

const READERS = new Map<DuckDBTypeId, () => ColumnReader>([
	[DuckDBTypeId.VARCHAR, textReader],
	[DuckDBTypeId.BOOLEAN, booleanReader],
	[DuckDBTypeId.BIGINT, () => numberReader('int64', (length) => new BigInt64Array(length))],
	[DuckDBTypeId.INTEGER, () => numberReader('int32', (length) => new Int32Array(length))]
]);

function readerOf(type: DuckDBTypeId, name: string): ColumnReader {
	const reader = READERS.get(type);
	if (!reader) throw new TypeError(`the column ${name} has the type ${DuckDBTypeId[type]}`);
	return reader();
}

function textReader(): ColumnReader {
	const texts: (string | undefined)[] = [];
	return {
		take(vector, rows) {
			for (let row = 0; row < rows; row += 1) {
				const text = vector.getItem(row);
				texts.push(typeof text === 'string' ? text : undefined);
			}
		},
		column: () => textColumn(texts)
	};
}

function booleanReader(): ColumnReader {
	const values = new Growing((length) => new Uint8Array(length));
	return {
		take(vector, rows) {
			const target = values.next(rows);
			for (let row = 0; row < rows; row += 1) target[row] = vector.getItem(row) === true ? 1 : 0;
		},
		column: () => ({ type: 'boolean', values: values.all() })
	};
}

/** Whole numbers; what is none of the kind is absent. */
function numberReader<Values extends Int32Array | BigInt64Array>(
	type: NumberColumn['type'],
	make: (length: number) => Values
): ColumnReader {
	const values = new Growing(make);
	const absent = new Growing((length) => new Uint8Array(length));
	return {
		take(vector, rows) {
			const [target, flags] = [values.next(rows), absent.next(rows)];
			for (let row = 0; row < rows; row += 1) {
				const value = vector.getItem(row);
				if (typeof value === typeof target[row]) target[row] = value as number & bigint;
				else flags[row] = 1;
			}
		},
		column: () => ({ type, values: values.all(), ...flagged(absent.all()) }) as NumberColumn
	};
}

function flagged(absent: Uint8Array): { absent?: Uint8Array } {
	return absent.includes(1) ? { absent } : {};
}

/** A typed array that grows by doubling. */
class Growing<Values extends Uint8Array | Int32Array | BigInt64Array> {
	readonly #make: (length: number) => Values;
	#values: Values;
	#length = 0;

	constructor(make: (length: number) => Values) {
		this.#make = make;
		this.#values = make(4096);
	}

	/** The places of so many further numbers. */
	next(count: number): Values {
		const from = this.#length;
		this.#length += count;
		if (this.#length > this.#values.length) {
			const larger = this.#make(Math.max(this.#length, this.#values.length * 2));
			larger.set(this.#values as never);
			this.#values = larger;
		}
		return this.#values.subarray(from, this.#length) as Values;
	}

	/** The numbers, in an array of their own. */
	all(): Values {
		return this.#values.slice(0, this.#length) as Values;
	}
}
