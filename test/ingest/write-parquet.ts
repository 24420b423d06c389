import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Leaves at once when the query is done: what the native library would tidy up later can abort the process. */
const RUN_QUERY = `
const { DuckDBInstance } = require('@duckdb/node-api');
DuckDBInstance.create()
	.then((instance) => instance.connect())
	.then((connection) => connection.run(process.argv[1]))
	.then(() => process.exit(0), (error) => { console.error(error); process.exit(1); });
`;

/** The bytes of a Parquet file that native DuckDB, in a process of its own, writes for a query. */
export async function writeParquet(query: string, codec = 'zstd'): Promise<Uint8Array> {
	const folder = await mkdtemp(join(tmpdir(), 'parquet-'));
	const file = join(folder, 'table.parquet');
	const copy = `COPY (${query}) TO '${file}' (FORMAT parquet, COMPRESSION ${codec})`;
	try {
		await run(process.execPath, ['-e', RUN_QUERY, copy]);
		return new Uint8Array(await readFile(file));
	} finally {
		await rm(folder, { recursive: true });
	}
}
