import { AppError } from '#lib/base/app-error.ts';
import { MOST } from './bounds.ts';
import { decodeText } from './decode-text.ts';
import type { Grid } from './grid.ts';
import { readCsv } from './read-csv.ts';
import { readParquet } from './read-parquet.ts';
import type { CellReading } from './spreadsheet-cell.ts';
import { sniffFormat } from './sniff-format.ts';

/** A file to be read. */
export interface ReadFileOptions {
	name: string;
	bytes: Uint8Array;
	/** How the cells of a spreadsheet are read; as figures where it is left out. */
	cells?: CellReading;
}

/**
 * The tables of a file, one for CSV and Parquet, every sheet of a spreadsheet, told by its content and never by its
 * name. Throws AppError `file.…` with the file's name where it is empty, too large, damaged, or holds no table.
 */
export async function readFile({ name, bytes, cells }: ReadFileOptions): Promise<Grid[]> {
	try {
		const grids = await readGrids(bytes, cells);
		if (grids.every(isBlankGrid)) throw new AppError('file.empty');
		return grids;
	} catch (cause) {
		if (!(cause instanceof AppError)) throw cause;
		throw new AppError(cause.code, { file: name, ...cause.params });
	}
}

async function readGrids(bytes: Uint8Array, cells?: CellReading): Promise<Grid[]> {
	if (bytes.byteLength > MOST.megabytes * 1_000_000)
		throw new AppError('file.too-large', { most: MOST.megabytes });
	switch (sniffFormat(bytes)) {
		case 'empty':
			throw new AppError('file.empty');
		case 'parquet':
			return [await readParquet(bytes)];
		case 'zip':
		case 'ole':
			return readSheets(bytes, cells);
		case 'document':
			throw new AppError('file.not-a-table');
		case 'text':
			return [readCsv(decodeText(bytes))];
	}
}

/** The spreadsheet reader is large: it is loaded when the first spreadsheet is met. */
async function readSheets(bytes: Uint8Array, cells?: CellReading): Promise<Grid[]> {
	const { readSpreadsheet } = await import('./read-spreadsheet.ts');
	return readSpreadsheet(bytes, cells);
}

/** True for a grid of which no cell says anything. */
export function isBlankGrid({ rows }: Grid): boolean {
	return rows.every((row) => row.every((cell) => cell === null || String(cell).trim() === ''));
}
