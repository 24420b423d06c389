import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { decodeColumns } from './decode-columns.ts';
import { asEngineError } from './engine-error.ts';
import type { Engine } from './engine.ts';
import { appendColumns } from './native-append.ts';
import { nativeColumns } from './native-columns.ts';
import type { Sql } from './sql.ts';
import { createTableFor } from './table.sql.ts';

/** What the engine may take of the machine; what is left out is DuckDB's own choice: all cores, most of the memory. */
export interface NativeLimits {
	/** The file that holds the tables; without one they are in memory. */
	file?: string;
	/** Where tables that outgrow the memory are spilled. */
	scratch?: string;
	/** `8GB`. */
	memory?: string;
	threads?: number;
}

/** DuckDB itself, on all cores of this machine and larger than its memory; for scripts alone. */
export async function bootNativeEngine(limits: NativeLimits = {}): Promise<Engine> {
	const { file = ':memory:', scratch, memory, threads } = limits;
	const instance = await DuckDBInstance.create(file, {
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
		preserve_insertion_order: 'false',
		...(scratch !== undefined && { temp_directory: scratch }),
		...(memory !== undefined && { memory_limit: memory }),
		...(threads !== undefined && { threads: String(threads) })
	});
	const connection = await instance.connect();
	return nativeEngine(connection, () => {
		connection.closeSync();
		instance.closeSync();
	});
}

function nativeEngine(connection: DuckDBConnection, close: () => void): Engine {
	async function ask<Answer>(sql: Sql, answer: () => Promise<Answer>): Promise<Answer> {
		try {
			return await answer();
		} catch (error) {
			throw asEngineError(error, sql.text);
		}
	}
	const run = (sql: Sql): Promise<unknown> => ask(sql, () => connection.run(sql.text));
	const queryColumns: Engine['queryColumns'] = (sql) =>
		ask(sql, async () => nativeColumns(await connection.stream(sql.text)));

	return {
		async load(table, streams) {
			let isThere = false;
			for (const stream of streams) {
				const columns = decodeColumns(stream);
				if (!isThere) await run(createTableFor(table, columns));
				appendColumns(await connection.createAppender(table), columns);
				isThere = true;
			}
		},
		async run(sql) {
			await run(sql);
		},
		async query(sql, decode) {
			const reader = await ask(sql, () => connection.runAndReadAll(sql.text));
			return reader.getRowObjects().map(decode);
		},
		queryColumns,
		async queryOne(sql) {
			const { count } = await ask(sql, () => connection.extractStatements(sql.text));
			if (count !== 1) throw asEngineError(new Error('one statement at a time'), sql.text);
			return queryColumns(sql);
		},
		close() {
			close();
			return Promise.resolve();
		}
	};
}
