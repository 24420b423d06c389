import { readFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { read } from '@e965/xlsx';
import Papa from 'papaparse';

/** Milliseconds that native DuckDB, on one thread, takes to read the long CSV and add it up by measure. */
export async function timeNativeDuckDB(csv: string): Promise<number> {
	const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
	const connection = await instance.connect();
	try {
		const begin = performance.now();
		await connection.runAndReadAll(
			`SELECT ma_so_lieu, sum(gia_tri) FROM read_csv('${csv.replaceAll("'", "''")}') GROUP BY ALL ORDER BY ALL`
		);
		return performance.now() - begin;
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}

/** Milliseconds that papaparse takes to read the long CSV, its figures into a typed array. */
export async function timePapaparse(csv: string): Promise<number> {
	const begin = performance.now();
	const text = await readFile(csv, 'utf8');
	const figures = new Float64Array(1_100_000);
	let count = 0;
	Papa.parse<string[]>(text, {
		step: ({ data }) => {
			figures[count++] = Number(data[3]);
		}
	});
	return performance.now() - begin;
}

/** Milliseconds that the spreadsheet reader alone takes for the tidy workbook. */
export async function timeSpreadsheetReader(xlsx: string): Promise<number> {
	const begin = performance.now();
	read(await readFile(xlsx), { dense: true });
	return performance.now() - begin;
}
