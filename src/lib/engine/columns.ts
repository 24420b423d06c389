/** Texts, each kept once: row i holds `dictionary[codes[i]]`; the code −1 says that the row has no text. */
export interface TextColumn {
	type: 'text';
	dictionary: readonly string[];
	codes: Int32Array;
}

/** Whole numbers of up to 64 bits; where `absent[i]` is 1 the row has none, and `values[i]` means nothing. */
export interface Int64Column {
	type: 'int64';
	values: BigInt64Array;
	absent?: Uint8Array;
}

/** Whole numbers of up to 32 bits; where `absent[i]` is 1 the row has none, and `values[i]` means nothing. */
export interface Int32Column {
	type: 'int32';
	values: Int32Array;
	absent?: Uint8Array;
}

/** Whole numbers of up to 16 bits; where `absent[i]` is 1 the row has none, and `values[i]` means nothing. */
export interface Int16Column {
	type: 'int16';
	values: Int16Array;
	absent?: Uint8Array;
}

/** Yes or no, as 1 or 0. */
export interface BooleanColumn {
	type: 'boolean';
	values: Uint8Array;
}

/** Whole numbers, in as many bits as the greatest of them needs. */
export type NumberColumn = Int64Column | Int32Column | Int16Column;

/** One column of a table, its content in typed arrays. */
export type Column = TextColumn | Int64Column | Int32Column | Int16Column | BooleanColumn;

/** A table: its columns by name, in order, all of one length. */
export type Columns = Record<string, Column>;

/** The column of whole numbers of that name, whatever their width; throws where the table has none. */
export function numbersOf(columns: Columns, name: string): NumberColumn {
	const column = columns[name];
	if (column && column.type !== 'text' && column.type !== 'boolean') return column;
	throw new TypeError(`no column ${name} of whole numbers`);
}

/** The number of rows that the column holds. */
export function lengthOf(column: Column): number {
	return column.type === 'text' ? column.codes.length : column.values.length;
}

/** The column of that name; throws where the table has none of the type. */
export function columnOf<Type extends Column['type']>(
	columns: Columns,
	name: string,
	type: Type
): Extract<Column, { type: Type }> {
	const column = columns[name];
	if (column && hasType(column, type)) return column;
	throw new TypeError(`no column ${name} of the type ${type}`);
}

function hasType<Type extends Column['type']>(
	column: Column,
	type: Type
): column is Extract<Column, { type: Type }> {
	return column.type === type;
}

/** A column of texts, each kept once, in the order of first appearance; `undefined` is an absent text. */
export function textColumn(texts: readonly (string | undefined)[]): TextColumn {
	const codeOf = new Map<string, number>();
	const codes = new Int32Array(texts.length);
	// A text often stands in several rows, one after the other.
	let last: string | undefined;
	let code = -1;
	for (let row = 0; row < texts.length; row += 1) {
		const text = texts[row];
		if (text !== last) {
			last = text;
			code = text === undefined ? -1 : (codeOf.get(text) ?? codeOf.size);
			if (text !== undefined && code === codeOf.size) codeOf.set(text, code);
		}
		codes[row] = code;
	}
	return { type: 'text', dictionary: [...codeOf.keys()], codes };
}

/** A column of whole numbers of up to 64 bits. */
export function int64Column(numbers: readonly bigint[]): Int64Column {
	return { type: 'int64', values: BigInt64Array.from(numbers) };
}

/** A column of whole numbers of up to 32 bits; `undefined` is an absent number. */
export function int32Column(numbers: readonly (number | undefined)[]): Int32Column {
	const values = Int32Array.from(numbers, (number) => number ?? 0);
	if (!numbers.includes(undefined)) return { type: 'int32', values };
	return {
		type: 'int32',
		values,
		absent: Uint8Array.from(numbers, (number) => (number === undefined ? 1 : 0))
	};
}

/** The same numbers in as few bytes as hold them all; 0 where a row has none. */
export function narrowed(column: Int64Column | Int32Column): NumberColumn {
	const { values, absent } = column;
	const numberAt = (row: number): number => (absent?.[row] ? 0 : Number(values[row]));
	let [least, most] = [0, 0];
	for (let row = 0; row < values.length; row += 1) {
		const value = numberAt(row);
		if (value < least) least = value;
		if (value > most) most = value;
	}
	if (!isWithin(least, most, 0x7fffffff)) return column;
	const isSmall = isWithin(least, most, 0x7fff);
	const narrow = isSmall ? new Int16Array(values.length) : new Int32Array(values.length);
	for (let row = 0; row < values.length; row += 1) narrow[row] = numberAt(row);
	return narrow instanceof Int16Array
		? { type: 'int16', values: narrow, absent }
		: { type: 'int32', values: narrow, absent };
}

function isWithin(least: number, most: number, bound: number): boolean {
	return least >= -bound && most <= bound;
}

/** The text in a row; `undefined` where the row has none. */
export function textAt({ dictionary, codes }: TextColumn, row: number): string | undefined {
	return dictionary[codes[row] ?? -1];
}
