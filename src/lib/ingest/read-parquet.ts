import {
	type ColumnData,
	type Compressors,
	type FileMetaData,
	parquetMetadataAsync,
	parquetRead,
	type SchemaElement
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { AppError } from '#lib/base/app-error.ts';
import { MOST } from './bounds.ts';
import { checkParquetPages } from './check-parquet-pages.ts';
import { checkZstd } from './check-zstd.ts';
import { CellCollector } from './cell-collector.ts';
import { type CellColumn, type CellColumns, gridOf } from './cell-columns.ts';
import type { Cell, Grid } from './grid.ts';
import { parquetCell, parquetTexts } from './parquet-cell.ts';
import { refuseLong } from './refuse-long.ts';

const MOST_KNOWN = 50_000;

interface ParquetFile {
	file: { byteLength: number; slice: (start: number, end?: number) => ArrayBuffer };
	metadata: FileMetaData;
	columns: SchemaElement[];
	/** Unpack a page, and check what can be checked then alone. */
	unpackers: Compressors;
}

/**
 * The table of a Parquet file as a grid whose first row holds the column names. Whole numbers stay numbers, decimals
 * exact; days and times become ISO text, flags `true` and `false`. Throws AppError `file.parquet-nested` or
 * `file.parquet-type` (with the column), `file.too-many-rows`, `-columns` or `-cells`, `file.long-cell`, and
 * `file.damaged` for whatever cannot be read.
 */
export async function readParquet(bytes: Uint8Array): Promise<Grid> {
	return gridOf(await readParquetColumns(bytes));
}

/** The same table column by column, the column names its first row; throws as `readParquet` does. */
export async function readParquetColumns(bytes: Uint8Array): Promise<CellColumns> {
	try {
		const parquet = await openParquet(bytes);
		const length = rowCount(parquet) + 1;
		const columns: CellColumn[] = [];
		for (const place of parquet.columns.keys())
			columns.push(await readColumn(parquet, place, length));
		return { length, columns };
	} catch (cause) {
		if (cause instanceof AppError) throw cause;
		throw Object.assign(new AppError('file.damaged'), { cause });
	}
}

async function openParquet(bytes: Uint8Array): Promise<ParquetFile> {
	const starts = new WeakMap<ArrayBufferLike, number>();
	const file = {
		byteLength: bytes.byteLength,
		slice: (start: number, end?: number) => {
			const { buffer } = new Uint8Array(bytes.subarray(start, end));
			starts.set(buffer, start < 0 ? start + bytes.byteLength : start);
			return buffer;
		}
	};
	const metadata = await parquetMetadataAsync(file, { parsers: parquetTexts, geoparquet: false });
	refuseMany(metadata);
	const columns = metadata.schema.slice(1).map((column) => ({ ...column }));
	for (const column of columns) refuseUnreadable(column);
	readByPlace(metadata);
	const checks = checkParquetPages(bytes, metadata);
	const checkOf = ({ buffer, byteOffset }: Uint8Array) =>
		checks.get((starts.get(buffer) ?? NaN) + byteOffset);
	return { file, metadata, columns, unpackers: checked(checkOf) };
}

function checked(
	checkOf: (packed: Uint8Array) => ((page: Uint8Array) => void) | undefined
): Compressors {
	const unpackers = Object.entries(compressors).map(([codec, unpack]) => [
		codec,
		(packed: Uint8Array, size: number): Uint8Array => {
			if (codec === 'ZSTD') checkZstd(packed);
			const page = unpack(packed, size);
			checkOf(packed)?.(page);
			return page;
		}
	]);
	return Object.fromEntries(unpackers) as Compressors;
}

function refuseMany({ schema, num_rows: rows }: FileMetaData): void {
	const columns = schema.length - 1;
	const { rows: most, columns: mostColumns, cells } = MOST;
	if (columns > mostColumns) throw new AppError('file.too-many-columns', { most: mostColumns });
	if (rows > most) throw new AppError('file.too-many-rows', { most });
	if (Number(rows) * columns > cells) throw new AppError('file.too-many-cells', { most: cells });
}

function refuseUnreadable(column: SchemaElement): void {
	const kind = column.logical_type?.type ?? column.converted_type ?? '';
	if (column.type === undefined || column.num_children || column.repetition_type === 'REPEATED')
		throw new AppError('file.parquet-nested', { column: column.name });
	if (['GEOMETRY', 'GEOGRAPHY', 'VARIANT', 'BSON', 'INTERVAL'].includes(kind))
		throw new AppError('file.parquet-type', { column: column.name });
}

/**
 * Names each column by its place, since the reader goes by name and two columns may share one; and takes the decimal
 * mark off, since the reader would turn decimals into floating-point numbers.
 */
function readByPlace({ schema, row_groups }: FileMetaData): void {
	for (const [place, column] of schema.slice(1).entries()) {
		column.name = String(place);
		if (column.converted_type === 'DECIMAL') delete column.converted_type;
		if (column.logical_type?.type === 'DECIMAL') delete column.logical_type;
	}
	for (const { columns } of row_groups) {
		if (columns.length !== schema.length - 1) throw new AppError('file.damaged');
		for (const [place, { meta_data }] of columns.entries()) {
			if (!meta_data) throw new AppError('file.damaged');
			meta_data.path_in_schema = [String(place)];
		}
	}
}

function rowCount({ metadata }: ParquetFile): number {
	const count = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
	if (count !== Number(metadata.num_rows)) throw new AppError('file.damaged');
	return count;
}

async function readColumn(
	{ file, metadata, columns, unpackers }: ParquetFile,
	place: number,
	length: number
): Promise<CellColumn> {
	const column = columns[place];
	if (!column) throw new AppError('file.damaged');
	const cells = new CellCollector(length);
	cells.head(column.name.normalize('NFC'));
	const chunks: ColumnData[] = [];
	await parquetRead({
		...{ file, metadata, compressors: unpackers },
		columns: [String(place)],
		parsers: parquetTexts,
		utf8: false,
		// An error thrown inside this callback would be nobody's: chunks are only collected here.
		onChunk: (chunk) => chunks.push(chunk)
	});
	const read = chunks.reduce((sum, { columnData }) => sum + columnData.length, 0);
	if (read !== length - 1) throw new AppError('file.damaged');
	const cellOf = cellReader(column);
	for (const { columnData, rowStart } of chunks) {
		for (let i = 0; i < columnData.length; i++) {
			const row = rowStart + i + 1;
			// A chunk that reaches beyond the table says nothing of any row.
			if (row < length) cells.set(row, cellOf(columnData[i], { row: row + 1, column: place + 1 }));
		}
	}
	return cells.column();
}

/** The same text again is the same cell: one long name in a dictionary must not cost anew for each row. */
function cellReader(
	column: SchemaElement
): (value: unknown, place: { row: number; column: number }) => Cell {
	const known = new Map<string, Cell>();
	return (value, place) => {
		if (typeof value !== 'string') {
			const cell = parquetCell(value, column);
			if (typeof cell === 'string') refuseLong(cell, place);
			return cell;
		}
		refuseLong(value, place);
		const before = known.get(value);
		if (before !== undefined) return before;
		const cell = parquetCell(value, column);
		if (known.size < MOST_KNOWN) known.set(value, cell);
		return cell;
	};
}
