import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import wasmAddress from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerAddress from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import type { ReaderTime } from './readers.ts';

let database: AsyncDuckDB | undefined;

/** Milliseconds from nothing to the first answer. */
export async function bootDuckDB(): Promise<number> {
	const begin = performance.now();
	const booted = new AsyncDuckDB(
		new VoidLogger(),
		new Worker(new URL(workerAddress, location.href))
	);
	await booted.instantiate(new URL(wasmAddress, location.href).href);
	await booted.open({ path: ':memory:', query: { castDecimalToDouble: true } });
	const connection = await booted.connect();
	await connection.query('SELECT 42');
	await connection.close();
	database = booted;
	return performance.now() - begin;
}

/** Reads a CSV file by its handle into a table and adds its figures up by unit and measure; the engine is booted before. */
export async function readWithDuckDB(file: File): Promise<ReaderTime> {
	if (!database) throw new Error('boot first');
	await database.registerFileHandle('long.csv', file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
	const connection = await database.connect();
	const begin = performance.now();
	await connection.query(`CREATE OR REPLACE TABLE long AS FROM read_csv('long.csv')`);
	const sums = await connection.query(
		'SELECT ma_don_vi, ma_so_lieu, sum(gia_tri) FROM long GROUP BY ALL ORDER BY ALL'
	);
	const time = performance.now() - begin;
	await connection.close();
	await database.dropFiles();
	return { time, rows: sums.numRows };
}
