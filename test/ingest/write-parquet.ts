import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** The bytes of a Parquet file that DuckDB writes for a query. */
export async function writeParquet(query: string, codec = 'zstd'): Promise<Uint8Array> {
	const folder = await mkdtemp(join(tmpdir(), 'parquet-'));
	const file = join(folder, 'table.parquet');
	const instance = await DuckDBInstance.create();
	const connection = await instance.connect();
	try {
		await connection.run(`COPY (${query}) TO '${file}' (FORMAT parquet, COMPRESSION ${codec})`);
		return new Uint8Array(await readFile(file));
	} finally {
		connection.closeSync();
		instance.closeSync();
		await rm(folder, { recursive: true });
	}
}
