import {
	Bool,
	type Data,
	type DataType,
	Dictionary,
	Field,
	Int16,
	Int32,
	Int64,
	Int8,
	RecordBatch,
	Schema,
	Struct,
	Table,
	Utf8,
	makeData,
	makeVector,
	tableToIPC
} from 'apache-arrow';
import { type Column, type Columns, type TextColumn, lengthOf } from './columns.ts';

/**
 * The table as the bytes of an Arrow IPC stream, texts as dictionary codes of the fewest bytes; made without Arrow's
 * builders, which compile code at run time and so break the Content-Security-Policy. Throws where lengths differ.
 */
export function encodeColumns(columns: Columns): Uint8Array {
	const names = Object.keys(columns);
	const length = commonLength(Object.values(columns));
	const taken = new Set<ArrayBufferLike>();
	const children = Object.values(columns).map((column, id) => dataOf(column, { id, taken }));
	const fields = names.map((name, index) => new Field(name, typeOf(children[index]), true));
	const schema = new Schema(fields);
	const rows = makeData({ type: new Struct(fields), length, nullCount: 0, children });
	return tableToIPC(new Table(schema, [new RecordBatch(schema, rows)]), 'stream');
}

function commonLength(columns: Column[]): number {
	const lengths = [...new Set(columns.map(lengthOf))];
	if (lengths.length > 1)
		throw new RangeError(`columns of different lengths: ${lengths.join(', ')}`);
	return lengths[0] ?? 0;
}

function typeOf(data: Data | undefined): DataType {
	if (!data) throw new RangeError('a column without data');
	return data.type as DataType;
}

/** Of a stream: what tells its dictionaries apart, and the memory that columns before hold. */
interface Stream {
	id: number;
	taken: Set<ArrayBufferLike>;
}

function dataOf(column: Column, stream: Stream): Data {
	const length = lengthOf(column);
	switch (column.type) {
		case 'text':
			return textData(column, stream);
		case 'int64':
			return makeData({
				type: new Int64(),
				length,
				data: ofItsOwn(column.values, stream),
				...nulls(column.absent)
			});
		case 'int32':
			return makeData({
				type: new Int32(),
				length,
				data: ofItsOwn(column.values, stream),
				...nulls(column.absent)
			});
		case 'int16':
			return makeData({
				type: new Int16(),
				length,
				data: ofItsOwn(column.values, stream),
				...nulls(column.absent)
			});
		case 'boolean':
			return makeData({ type: new Bool(), length, nullCount: 0, data: packBits(column.values) });
	}
}

/** Arrow's writer takes neighbouring columns for one where they are views of one buffer: each must have its own. */
function ofItsOwn<Values extends Int16Array | Int32Array | BigInt64Array>(
	values: Values,
	{ taken }: Stream
): Values {
	const { buffer } = values;
	const isOwn = values.byteLength === buffer.byteLength && !taken.has(buffer);
	taken.add(buffer);
	return isOwn ? values : (values.slice() as Values);
}

function textData({ dictionary, codes }: TextColumn, stream: Stream): Data {
	const absent = codes.includes(-1) ? negative(codes) : undefined;
	const present = absent ? codes.map((code) => (code < 0 ? 0 : code)) : codes;
	// A row without text still points at one, which must then exist.
	const isPointless = dictionary.length === 0 && codes.length > 0;
	const texts = utf8Vector(isPointless ? [''] : dictionary);
	const [index, data] = narrowest(present, { size: dictionary.length, stream });
	const type = new Dictionary(new Utf8(), index, stream.id);
	return makeData({ type, length: codes.length, data, dictionary: texts, ...nulls(absent) });
}

/** 1 where the code is negative. */
function negative(codes: Int32Array): Uint8Array {
	const flags = new Uint8Array(codes.length);
	for (let row = 0; row < codes.length; row += 1) flags[row] = (codes[row] ?? 0) < 0 ? 1 : 0;
	return flags;
}

function narrowest(
	codes: Int32Array,
	{ size, stream }: { size: number; stream: Stream }
): [Int8, Int8Array] | [Int16, Int16Array] | [Int32, Int32Array] {
	if (size <= 0x80) return [new Int8(), new Int8Array(codes)];
	if (size <= 0x8000) return [new Int16(), new Int16Array(codes)];
	return [new Int32(), ofItsOwn(codes, stream)];
}

function utf8Vector(texts: readonly string[]) {
	const encoder = new TextEncoder();
	const parts = texts.map((text) => encoder.encode(text));
	const valueOffsets = new Int32Array(parts.length + 1);
	for (const [index, part] of parts.entries()) {
		valueOffsets[index + 1] = (valueOffsets[index] ?? 0) + part.length;
	}
	const data = new Uint8Array(valueOffsets.at(-1) ?? 0);
	for (const [index, part] of parts.entries()) data.set(part, valueOffsets[index]);
	return makeVector(
		makeData({ type: new Utf8(), length: parts.length, nullCount: 0, valueOffsets, data })
	);
}

function nulls(absent: Uint8Array | undefined): { nullCount: number; nullBitmap?: Uint8Array } {
	if (!absent) return { nullCount: 0 };
	let nullCount = 0;
	for (const flag of absent) nullCount += flag;
	return { nullCount, nullBitmap: packBits(absent, 0) };
}

/** Eight flags a byte, the first in the lowest bit, set where the flag is the one asked for. */
function packBits(flags: Uint8Array, asked: 0 | 1 = 1): Uint8Array {
	const bits = new Uint8Array(Math.ceil(flags.length / 8));
	for (let at = 0; at < bits.length; at += 1) {
		let byte = 0;
		for (let bit = 0; bit < 8; bit += 1) if (flags[at * 8 + bit] === asked) byte |= 1 << bit;
		bits[at] = byte;
	}
	return bits;
}
