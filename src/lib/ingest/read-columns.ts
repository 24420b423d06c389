import { MOST } from './bounds.ts';
import type { CellColumns } from './cell-columns.ts';
import { findDialect } from './find-dialect.ts';
import { readParquetColumns } from './read-parquet.ts';
import { sniffFormat } from './sniff-format.ts';
import { tokenizeCsv } from './tokenize-csv.ts';

/** More than the dialect is told by, whatever the letters. */
const SAMPLE_BYTES = 1_000_000;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const CARRIAGE_RETURN = 13;

/**
 * The cells of a CSV or Parquet file column by column, the very ones that `readFile` gives, in a tenth of the room.
 * `undefined` for any other file and for one that is not plain (quotes, other encodings, rows of different length, faults):
 * `readFile` reads it, or says what is wrong.
 */
export async function readColumns(bytes: Uint8Array): Promise<CellColumns | undefined> {
	if (bytes.byteLength > MOST.megabytes * 1_000_000) return undefined;
	const format = sniffFormat(bytes);
	if (format === 'parquet') return readParquetColumns(bytes);
	return format === 'text' ? readCsvColumns(bytes) : undefined;
}

function readCsvColumns(file: Uint8Array): CellColumns | undefined {
	const isMarked = BYTE_ORDER_MARK.every((byte, at) => file[at] === byte);
	const bytes = isMarked ? file.subarray(BYTE_ORDER_MARK.length) : file;
	const hasReturns = bytes.includes(CARRIAGE_RETURN);
	const sample = new TextDecoder('utf-8', { ignoreBOM: true })
		.decode(bytes.subarray(0, SAMPLE_BYTES), { stream: true })
		.normalize('NFC');
	const { delimiter, quote } = findDialect(sample, hasReturns ? '\r\n' : '\n');
	const code = delimiter.charCodeAt(0);
	if (quote !== '"' || delimiter.length !== 1 || code > 126) return undefined;
	return tokenizeCsv(bytes, { delimiter: code, hasReturns });
}
