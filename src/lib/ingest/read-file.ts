import { AppError } from '#lib/base/app-error.ts';
import { decodeText } from './decode-text.ts';
import type { Grid } from './grid.ts';
import { readCsv } from './read-csv.ts';
import { readParquet } from './read-parquet.ts';
import { sniffFormat } from './sniff-format.ts';

const MOST_MEGABYTES = 500;

/**
 * The tables of a file, one for CSV and Parquet, told by its content and never by its name. Throws AppError `file.…`
 * with the file's name where it is empty, too large, damaged, or holds no table.
 */
export async function readFile({
	name,
	bytes
}: {
	name: string;
	bytes: Uint8Array;
}): Promise<Grid[]> {
	try {
		const grids = await readGrids(bytes);
		if (grids.every(isBlank)) throw new AppError('file.empty');
		return grids;
	} catch (cause) {
		if (!(cause instanceof AppError)) throw cause;
		throw new AppError(cause.code, { file: name, ...cause.params });
	}
}

async function readGrids(bytes: Uint8Array): Promise<Grid[]> {
	if (bytes.byteLength > MOST_MEGABYTES * 1_000_000)
		throw new AppError('file.too-large', { most: MOST_MEGABYTES });
	switch (sniffFormat(bytes)) {
		case 'empty':
			throw new AppError('file.empty');
		case 'parquet':
			return [await readParquet(bytes)];
		case 'zip':
		case 'ole':
			throw new AppError('file.spreadsheet-not-yet');
		case 'document':
			throw new AppError('file.not-a-table');
		case 'text':
			return [readCsv(decodeText(bytes))];
	}
}

function isBlank({ rows }: Grid): boolean {
	return rows.every((row) => row.every((cell) => cell === null || String(cell).trim() === ''));
}
