import {
	type Bool,
	type Data,
	DataType,
	type Dictionary,
	type Int32,
	type Int64,
	type Table,
	type Utf8,
	type Vector,
	tableFromIPC
} from 'apache-arrow';
import {
	type BooleanColumn,
	type Column,
	type Columns,
	type Int32Column,
	type Int64Column,
	type TextColumn,
	textColumn
} from './columns.ts';

/** The table that `encodeColumns` made the bytes of; throws where they are none. */
export function decodeColumns(bytes: Uint8Array): Columns {
	return columnsOf(tableFromIPC(bytes));
}

/** The content of an Arrow table; throws, naming the column, where it is no text, 32- or 64-bit integer or Boolean. */
export function columnsOf(table: Table): Columns {
	const entries = table.schema.fields.map(({ name }, index): [string, Column] => {
		const vector: Vector<DataType> | null = table.getChildAt(index);
		if (!vector) throw new TypeError(`the column ${name} has no content`);
		return [name, columnOf(vector, name)];
	});
	return Object.fromEntries(entries);
}

function columnOf(vector: Vector<DataType>, name: string): Column {
	const { type } = vector;
	if (DataType.isDictionary(type)) return codedTexts(vector as Vector<Dictionary<Utf8>>);
	if (DataType.isUtf8(type)) return plainTexts(vector as Vector<Utf8>);
	if (DataType.isBool(type)) return booleans(vector as Vector<Bool>);
	if (DataType.isInt(type) && type.bitWidth === 64) return int64s(vector as Vector<Int64>);
	if (DataType.isInt(type) && type.bitWidth === 32) return int32s(vector as Vector<Int32>);
	throw new TypeError(`the column ${name} has the type ${String(type)}`);
}

function codedTexts(vector: Vector<Dictionary<Utf8>>): TextColumn {
	const [data, ...others] = vector.data;
	if (!data?.dictionary || others.length > 0) return plainTexts(vector);
	const codes = Int32Array.from(data.values.subarray(0, data.length));
	const absent = absentOf(vector);
	if (absent) for (const [row, flag] of absent.entries()) if (flag) codes[row] = -1;
	return { type: 'text', dictionary: data.dictionary.toArray() as string[], codes };
}

function plainTexts(vector: Vector<Utf8> | Vector<Dictionary<Utf8>>): TextColumn {
	return textColumn(Array.from(vector, (text) => text ?? undefined));
}

function booleans(vector: Vector<Bool>): BooleanColumn {
	return { type: 'boolean', values: Uint8Array.from(vector, (flag) => (flag ? 1 : 0)) };
}

function int64s(vector: Vector<Int64>): Int64Column {
	const [first, ...others] = vector.data.map(({ values, length }) => values.subarray(0, length));
	const absent = absentOf(vector);
	if (first && others.length === 0) return { type: 'int64', values: first, absent };
	const values = new BigInt64Array(vector.length);
	for (const [offset, data] of chunksOf(vector))
		values.set(data.values.subarray(0, data.length), offset);
	return { type: 'int64', values, absent };
}

function int32s(vector: Vector<Int32>): Int32Column {
	const [first, ...others] = vector.data.map(({ values, length }) => values.subarray(0, length));
	const absent = absentOf(vector);
	if (first && others.length === 0) return { type: 'int32', values: first, absent };
	const values = new Int32Array(vector.length);
	for (const [offset, data] of chunksOf(vector))
		values.set(data.values.subarray(0, data.length), offset);
	return { type: 'int32', values, absent };
}

/** The parts that the vector is made of, each with the row that it begins at. */
function* chunksOf<T extends DataType>(vector: Vector<T>): Generator<[number, Data<T>]> {
	let offset = 0;
	for (const data of vector.data) {
		yield [offset, data];
		offset += data.length;
	}
}

function absentOf<T extends DataType>(vector: Vector<T>): Uint8Array | undefined {
	if (vector.nullCount === 0) return undefined;
	const absent = new Uint8Array(vector.length);
	for (const [offset, data] of chunksOf(vector)) {
		for (let row = 0; row < data.length; row += 1)
			absent[offset + row] = data.getValid(row) ? 0 : 1;
	}
	return absent;
}
