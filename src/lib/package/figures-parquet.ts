import { type FileMetaData, parquetMetadata, parquetRead } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { AppError } from '#lib/base/app-error.ts';
import { type Column, type Columns, textColumn } from '#lib/engine/columns.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import { checkParquetPages } from '#lib/ingest/check-parquet-pages.ts';

/** A submission holds no more figures than this; a package that says otherwise is refused before it is unpacked. */
const MOST_FIGURES = 50_000_000;

const MOST_COLUMNS = 32;

/** The file's own words under which it says how its columns were kept. */
const KEPT = 'thuocdo';

const PARQUET_TYPES = { text: 'STRING', int64: 'INT64', int32: 'INT32', int16: 'INT32' } as const;

/** How a column was kept: its type, and the order of its texts where it is not that of their first appearance. */
interface KeptColumn {
	name: string;
	type: Exclude<Column['type'], 'boolean'>;
	dictionary?: readonly string[];
}

/** The content of a submission as a Parquet file that any reader opens, and `contentOf` turns back into the same bytes. */
export function parquetOf(content: Uint8Array): Uint8Array {
	const columns = Object.entries(decodeColumns(content));
	const kept = columns.map(([name, column]) => keptColumn(name, column));
	return new Uint8Array(
		parquetWriteBuffer({
			columnData: columns.map(([name, column]) => ({
				name,
				type: PARQUET_TYPES[keptType(column)],
				nullable: false,
				data: dataOf(column)
			})),
			kvMetadata: [{ key: KEPT, value: JSON.stringify(kept) }],
			codec: 'SNAPPY',
			rowGroupSize: 100_000,
			createdBy: 'thuocdo'
		})
	);
}

/**
 * The content that `parquetOf` made the file of, to the byte. Throws AppError `package.damaged-part` where the file is
 * none, or not of so many figures where they are given.
 */
export async function contentOf(
	parquet: Uint8Array,
	{ part, figures }: { part: string; figures?: number }
): Promise<Uint8Array> {
	try {
		return encodeColumns(await columnsOf(parquet, figures));
	} catch (cause) {
		throw Object.assign(new AppError('package.damaged-part', { part }), { cause });
	}
}

async function columnsOf(parquet: Uint8Array, expected: number | undefined): Promise<Columns> {
	const file = new Uint8Array(parquet).buffer;
	const metadata = parquetMetadata(file);
	const figures = expected ?? Number(metadata.num_rows);
	checkShape(parquet, metadata, figures);
	const columns: [string, Column][] = [];
	for (const { name, type, dictionary } of keptColumns(metadata)) {
		const values: unknown[] = [];
		await parquetRead({
			...{ file, metadata, columns: [name] },
			onChunk: ({ columnData }) => {
				for (const value of columnData) values.push(value);
			}
		});
		if (values.length !== figures) throw new RangeError(`${values.length} rows`);
		columns.push([name, columnFrom(type, values, dictionary)]);
	}
	return Object.fromEntries(columns);
}

function checkShape(parquet: Uint8Array, metadata: FileMetaData, figures: number): void {
	const rows = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
	const isOff = rows !== figures || Number(metadata.num_rows) !== figures;
	if (isOff || figures > MOST_FIGURES || metadata.schema.length > MOST_COLUMNS)
		throw new RangeError(`${rows} rows in ${metadata.schema.length} columns`);
	checkParquetPages(parquet, metadata);
}

function keptColumns({ key_value_metadata, schema }: FileMetaData): KeptColumn[] {
	const kept = key_value_metadata?.find(({ key }) => key === KEPT)?.value ?? '[]';
	const columns = JSON.parse(kept) as KeptColumn[];
	const names = new Set(schema.slice(1).map(({ name }) => name));
	if (columns.length !== names.size || !columns.every(({ name }) => names.has(name)))
		throw new RangeError('columns that are not those of the file');
	return columns;
}

function columnFrom(
	type: KeptColumn['type'],
	values: readonly unknown[],
	dictionary: KeptColumn['dictionary']
): Column {
	if (type === 'int64') return { type, values: BigInt64Array.from(values as bigint[]) };
	if (type === 'int32') return { type, values: Int32Array.from(values as number[]) };
	if (type === 'int16') return { type, values: Int16Array.from(values as number[]) };
	const column = textColumn(values as string[]);
	if (!dictionary) return column;
	const places = new Map(dictionary.map((text, place) => [text, place]));
	const codes = column.dictionary.map((text) => {
		const place = places.get(text);
		if (place === undefined) throw new RangeError('a text outside its dictionary');
		return place;
	});
	return { type, dictionary, codes: column.codes.map((code) => codes[code] ?? 0) };
}

function keptColumn(name: string, column: Column): KeptColumn {
	const type = keptType(column);
	if (column.type !== 'text' || isInOrder(column)) return { name, type };
	return { name, type, dictionary: column.dictionary };
}

/** Contents hold texts and whole numbers, one in every row; throws for any other column. */
function keptType(column: Column): KeptColumn['type'] {
	const hasGaps =
		column.type === 'text' ? column.codes.includes(-1) : 'absent' in column && column.absent;
	if (column.type === 'boolean' || hasGaps) throw new TypeError('a column that no content has');
	return column.type;
}

/** Whether the texts are numbered as they first appear, each used and each once. */
function isInOrder({ dictionary, codes }: Extract<Column, { type: 'text' }>): boolean {
	let next = 0;
	for (const code of codes) {
		if (code > next) return false;
		if (code === next) next += 1;
	}
	return next === dictionary.length;
}

function dataOf(column: Column): string[] | number[] | bigint[] {
	if (column.type === 'text')
		return Array.from(column.codes, (code) => column.dictionary[code] ?? '');
	if (column.type === 'int64') return Array.from(column.values);
	return Array.from(column.values);
}
