import type { Column, Columns } from './columns.ts';
import { FlatTable } from './flat-buffer.ts';

/** What the messages of an Arrow IPC stream and the types of its columns are numbered by (Schema.fbs, Message.fbs). */
const HEADER = { schema: 1, dictionary: 2, rows: 3 } as const;
const TYPE = { int: 2, text: 5, boolean: 6 } as const;
const CONTINUES = 0xffffffff;

/**
 * The table that `encodeColumns` made the bytes of: a schema, dictionaries, and all rows in one batch. Numbers are given
 * without a copy where they lie evenly. Throws where the bytes are no such stream. It reads the stream by itself, for the
 * Arrow library is a third of what a page would load before its first gauge.
 */
export function decodeColumns(bytes: Uint8Array): Columns {
	let fields: FlatTable[] | undefined;
	let rows: Batch | undefined;
	const dictionaries = new Map<number, readonly string[]>();
	for (const { kind, header, body } of messagesIn(bytes)) {
		if (kind === HEADER.schema) fields = header.tables(1);
		else if (kind === HEADER.dictionary) {
			const texts = textsIn(new Batch(header.table(1), body));
			dictionaries.set(header.number(0, 8), texts);
		} else if (kind === HEADER.rows && !rows) rows = new Batch(header, body);
		else throw new TypeError('not a table in one batch');
	}
	if (!fields || !rows) throw new TypeError('not an Arrow IPC stream');
	const batch = rows;
	const columns = fields.map((field): [string, Column] => [
		field.text(0),
		columnIn(batch, field, dictionaries)
	]);
	return Object.fromEntries(columns);
}

interface Message {
	kind: number;
	header: FlatTable;
	body: Uint8Array;
}

/** Each is a mark, the length of its description, the description, and a body. */
function* messagesIn(bytes: Uint8Array): Generator<Message> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 0; at < bytes.length;) {
		if (view.getUint32(at, true) !== CONTINUES) throw new TypeError('not an Arrow IPC stream');
		const length = view.getInt32(at + 4, true);
		if (length === 0) return;
		const message = FlatTable.root(part(bytes, at + 8, length));
		const header = message.table(2);
		if (!header) throw new TypeError('a message without a header');
		const size = message.number(3, 8);
		yield { kind: message.number(1, 1), header, body: part(bytes, at + 8 + length, size) };
		at += 8 + length + size;
	}
}

/** The rows of a message: its columns' buffers in their order. */
class Batch {
	readonly length: number;
	readonly #body: Uint8Array;
	readonly #nodes: [number, number][];
	readonly #buffers: [number, number][];
	#node = 0;
	#buffer = 0;

	constructor(header: FlatTable | undefined, body: Uint8Array) {
		if (!header || header.table(3)) throw new TypeError('rows in a form of another writer');
		this.#body = body;
		this.length = header.number(0, 8);
		this.#nodes = header.pairs(1);
		this.#buffers = header.pairs(2);
	}

	/** Which rows of the next column hold nothing; `undefined` where all hold something. */
	absent(): Uint8Array | undefined {
		const [length, absent] = this.#nodes[this.#node++] ?? [-1, 0];
		const present = this.#next();
		if (length !== this.length) throw new RangeError('columns of different lengths');
		return absent === 0 ? undefined : flagsIn(present, length, 0);
	}

	/** The next column of flags, a byte each. */
	flags(): Uint8Array {
		return flagsIn(this.#next(), this.length, 1);
	}

	/** The next numbers, as many as there are rows and those more. */
	numbers<Numbers>(kind: NumbersKind<Numbers>, more = 0): Numbers {
		const bytes = this.#next();
		const count = this.length + more;
		const even = bytes.byteOffset % kind.BYTES_PER_ELEMENT === 0 ? bytes : bytes.slice();
		if (even.byteLength < count * kind.BYTES_PER_ELEMENT) throw new RangeError('too few numbers');
		return new kind(even.buffer as ArrayBuffer, even.byteOffset, count);
	}

	/** The next bytes, whatever they are. */
	bytes(): Uint8Array {
		return this.#next();
	}

	#next(): Uint8Array {
		const buffer = this.#buffers[this.#buffer++];
		if (!buffer) throw new RangeError('too few buffers');
		return part(this.#body, ...buffer);
	}
}

interface NumbersKind<Numbers> {
	BYTES_PER_ELEMENT: number;
	new (buffer: ArrayBuffer, offset: number, length: number): Numbers;
}

function columnIn(
	rows: Batch,
	field: FlatTable,
	dictionaries: ReadonlyMap<number, readonly string[]>
): Column {
	const absent = rows.absent();
	const coding = field.table(4);
	if (coding) {
		const dictionary = dictionaries.get(coding.number(0, 8));
		if (!dictionary) throw new TypeError('a column without its dictionary');
		const codes = codesIn(rows, coding.table(1)?.number(0, 4));
		if (absent) for (let row = 0; row < codes.length; row += 1) if (absent[row]) codes[row] = -1;
		return { type: 'text', dictionary, codes };
	}
	const type = field.number(2, 1);
	if (type === TYPE.boolean) return { type: 'boolean', values: rows.flags() };
	const bits = type === TYPE.int ? field.table(3)?.number(0, 4) : 0;
	if (bits === 64) return { type: 'int64', values: rows.numbers(BigInt64Array), absent };
	if (bits === 32) return { type: 'int32', values: rows.numbers(Int32Array), absent };
	if (bits === 16) return { type: 'int16', values: rows.numbers(Int16Array), absent };
	throw new TypeError(`the column ${field.text(0)} has the type ${type}`);
}

/** Always a copy: codes are few bytes in the stream, and four each here. */
function codesIn(rows: Batch, bits: number | undefined): Int32Array {
	if (bits === 8) return new Int32Array(rows.numbers(Int8Array));
	if (bits === 16) return new Int32Array(rows.numbers(Int16Array));
	if (bits === 32) return rows.numbers(Int32Array).slice();
	throw new TypeError(`codes of ${bits} bits`);
}

/** The texts of a dictionary. */
function textsIn(batch: Batch): string[] {
	batch.absent();
	const offsets = batch.numbers(Int32Array, 1);
	const bytes = batch.bytes();
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	return Array.from({ length: batch.length }, (_, at) =>
		decoder.decode(bytes.subarray(offsets[at], offsets[at + 1]))
	);
}

/** Bits as bytes: 1 where the bit is the one asked for. */
function flagsIn(bits: Uint8Array, length: number, asked: 0 | 1): Uint8Array {
	if (bits.length * 8 < length) throw new RangeError('too few flags');
	const flags = new Uint8Array(length);
	const none = asked === 1 ? 0 : 0xff;
	for (let byte = 0; byte * 8 < length; byte += 1) {
		const eight = bits[byte] ?? 0;
		if (eight === none) continue;
		const end = Math.min(length, byte * 8 + 8);
		for (let row = byte * 8; row < end; row += 1)
			if (((eight >> (row & 7)) & 1) === asked) flags[row] = 1;
	}
	return flags;
}

function part(bytes: Uint8Array, from: number, length: number): Uint8Array {
	if (length < 0 || from + length > bytes.length) throw new RangeError('cut short');
	return bytes.subarray(from, from + length);
}
