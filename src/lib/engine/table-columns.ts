import {
	type Bool,
	type Data,
	DataType,
	type Dictionary,
	type Table,
	type Utf8,
	type Vector
} from 'apache-arrow';
import {
	type BooleanColumn,
	type Column,
	type Columns,
	type TextColumn,
	textColumn
} from './columns.ts';

/** The content of an Arrow table; throws, naming the column, where it is no text, Boolean or whole number of 16, 32
 * or 64 bits. */
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
	const bits = DataType.isInt(type) ? type.bitWidth : 0;
	if (bits === 64)
		return { type: 'int64', ...numbers(vector, (length) => new BigInt64Array(length)) };
	if (bits === 32) return { type: 'int32', ...numbers(vector, (length) => new Int32Array(length)) };
	if (bits === 16) return { type: 'int16', ...numbers(vector, (length) => new Int16Array(length)) };
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

/** A vector in one part is given without a copy. */
function numbers<Values extends Int16Array | Int32Array | BigInt64Array>(
	vector: Vector<DataType>,
	empty: (length: number) => Values
): { values: Values; absent?: Uint8Array } {
	const absent = absentOf(vector);
	const partOf = ({ values, length }: Data<DataType>): Values =>
		(values as Values).subarray(0, length) as Values;
	const [first, ...others] = vector.data;
	if (first && others.length === 0) return { values: partOf(first), absent };
	const values = empty(vector.length);
	for (const [offset, data] of chunksOf(vector)) values.set(partOf(data) as never, offset);
	return { values, absent };
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
