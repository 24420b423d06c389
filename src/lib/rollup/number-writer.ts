import type { NumberColumn } from '#lib/engine/columns.ts';
import type { Figures } from './figures.ts';

const SMALL = 0x7fff;
const MIDDLE = 0x7fffffff;

/** Numbers by unit; some may have none. */
export interface UnitNumbers {
	values: Int32Array | Figures;
	/** 0 where there is none. */
	has?: Uint8Array;
}

/** What one row name has in the period under way, in the order of the units shown. */
interface Chunk {
	name: number;
	values: Int32Array | BigInt64Array;
	/** 1 where there is none; absent where all are there. */
	absent?: Uint8Array;
}

/**
 * A column of whole numbers, 0 until it is written, in as few bytes as hold them all. The numbers of all row names in a
 * period are gathered first and written together, for their rows stand next to one another.
 */
export class NumberWriter {
	#values: Int16Array | Int32Array | BigInt64Array;
	readonly #absent?: Uint8Array;
	#most = 0;
	#chunks: Chunk[] = [];

	constructor(length: number, mayBeAbsent: 'always there' | 'may be absent') {
		this.#values = new Int16Array(length);
		if (mayBeAbsent === 'may be absent') this.#absent = new Uint8Array(length).fill(1);
	}

	/** Gathers the numbers of a row name, by its place, for the units shown. */
	take(name: number, units: Int32Array, { values, has }: UnitNumbers): void {
		const most = greatestOf(units, values);
		if (most === 0 && !has) return;
		this.#most = Math.max(this.#most, most);
		const absent =
			has && units.some((unit) => has[unit] === 0) ? absentAmong(units, has) : undefined;
		const picked = most > MIDDLE ? wideAmong(units, values) : narrowAmong(units, values);
		this.#chunks.push({ name, values: picked, ...(absent && { absent }) });
	}

	/** Writes what was gathered: for each of the units shown into its block, of which the first row is given. */
	write(blocks: Int32Array): void {
		this.#makeRoom();
		const chunks = this.#chunks;
		const values = this.#values;
		if (values instanceof BigInt64Array) writeWide(values, blocks, chunks);
		else writeNarrow(values, blocks, chunks);
		if (this.#absent) writeFlags(this.#absent, blocks, chunks);
		this.#chunks = [];
	}

	/** What was written. */
	get column(): NumberColumn {
		const absent = this.#absent?.includes(1) ? this.#absent : undefined;
		const values = this.#values;
		if (values instanceof Int16Array) return { type: 'int16', values, absent };
		return values instanceof Int32Array
			? { type: 'int32', values, absent }
			: { type: 'int64', values, absent };
	}

	#makeRoom(): void {
		if (this.#most <= SMALL || this.#values instanceof BigInt64Array) return;
		if (this.#most > MIDDLE) this.#values = BigInt64Array.from(this.#values, BigInt);
		else if (this.#values instanceof Int16Array) this.#values = new Int32Array(this.#values);
	}
}

/** The greatest of the numbers, whatever their sign. */
function greatestOf(units: Int32Array, values: UnitNumbers['values']): number {
	let most = 0;
	for (const unit of units) {
		const value = values[unit] ?? 0;
		if (value > most) most = value;
		else if (-value > most) most = -value;
	}
	return Number(most);
}

function narrowAmong(units: Int32Array, values: UnitNumbers['values']): Int32Array {
	// A figure may be of 64 bits, though it is small.
	return typeof values[0] === 'bigint'
		? units.map((unit) => Number(values[unit]))
		: units.map((unit) => values[unit] ?? 0);
}

function wideAmong(units: Int32Array, values: UnitNumbers['values']): BigInt64Array {
	return BigInt64Array.from(units, (unit) => BigInt(values[unit] ?? 0));
}

function absentAmong(units: Int32Array, has: Uint8Array): Uint8Array {
	const absent = new Uint8Array(units.length);
	for (let at = 0; at < units.length; at += 1) absent[at] = has[units[at] ?? 0] === 0 ? 1 : 0;
	return absent;
}

function writeNarrow(
	column: Int16Array | Int32Array,
	blocks: Int32Array,
	chunks: readonly Chunk[]
): void {
	const into = column;
	for (let at = 0; at < blocks.length; at += 1) {
		const first = blocks[at] ?? 0;
		for (const { name, values } of chunks) into[first + name] = values[at] as number;
	}
}

function writeWide(column: BigInt64Array, blocks: Int32Array, chunks: readonly Chunk[]): void {
	const into = column;
	for (let at = 0; at < blocks.length; at += 1) {
		const first = blocks[at] ?? 0;
		for (const { name, values } of chunks) into[first + name] = BigInt(values[at] ?? 0);
	}
}

function writeFlags(column: Uint8Array, blocks: Int32Array, chunks: readonly Chunk[]): void {
	const into = column;
	for (let at = 0; at < blocks.length; at += 1) {
		const first = blocks[at] ?? 0;
		for (const { name, absent: flags } of chunks) into[first + name] = flags?.[at] ?? 0;
	}
}
