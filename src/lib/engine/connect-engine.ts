import type { StructRow, Table } from 'apache-arrow';
import { asEngineError } from './engine-error.ts';
import type { Engine } from './engine.ts';
import type { Sql } from './sql.ts';
import { columnsOf } from './table-columns.ts';
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
