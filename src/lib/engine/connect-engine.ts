import type { StructRow, Table } from 'apache-arrow';
import { AppError } from '#lib/base/app-error.ts';
import { columnsOf } from './decode-columns.ts';
import { type Engine, QueryError } from './engine.ts';
import type { Sql } from './sql.ts';
import { dropTable } from './table.sql.ts';

/** What a connection to DuckDB can do, in the browser and on Node alike. */
export interface Connection {
	query(text: string): Table | Promise<Table>;
	/** Refuses a text of several statements. */
	queryOne(text: string): Table | Promise<Table>;
	insertArrowFromIPCStream(
		stream: Uint8Array,
		options: { name: string; create: boolean }
	): void | Promise<void>;
	/** Ends the connection and its database. */
	close(): void | Promise<void>;
}

/** The engine that speaks through the connection. */
export function connectEngine(connection: Connection): Engine {
	async function ask(sql: Sql): Promise<Table> {
		try {
			return await connection.query(sql.text);
		} catch (error) {
			throw asEngineError(error, sql.text);
		}
	}

	return {
		async load(table, streams) {
			await ask(dropTable(table));
			let create = true;
			for (const stream of streams) {
				try {
					await connection.insertArrowFromIPCStream(stream, { name: table, create });
				} catch (error) {
					throw asEngineError(error, `load ${table}`);
				}
				create = false;
			}
		},
		async run(sql) {
			await ask(sql);
		},
		async query<Row>(sql: Sql, decode: (row: Record<string, unknown>) => Row) {
			const table = await ask(sql);
			return Array.from<StructRow, Row>(table, (row) => decode(row.toJSON()));
		},
		async queryColumns(sql) {
			return columnsOf(await ask(sql));
		},
		async queryOne(sql) {
			try {
				return columnsOf(await connection.queryOne(sql.text));
			} catch (error) {
				throw asEngineError(error, sql.text);
			}
		},
		async close() {
			await connection.close();
		}
	};
}

/** An `INTERNAL` or `FATAL` error, or a trap of the wasm itself, invalidates the database. */
const BROKEN =
	/INTERNAL Error|FATAL Error|database has been invalidated|RuntimeError|unreachable|memory access/;
const OUT_OF_MEMORY = /Out of Memory Error|Cannot enlarge memory|bad_alloc|allocation failure/i;

function asEngineError(error: unknown, sql: string): Error {
	if (error instanceof AppError) return error;
	const reason = String(error);
	if (OUT_OF_MEMORY.test(reason)) return withCause(new AppError('engine.out-of-memory'), error);
	if (BROKEN.test(reason)) return withCause(new AppError('engine.broken'), error);
	return new QueryError(error instanceof Error ? error.message : reason, sql);
}

function withCause<Failure extends Error>(failure: Failure, cause: unknown): Failure {
	return Object.assign(failure, { cause });
}
