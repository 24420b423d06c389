import type { Columns } from './columns.ts';
import type { Sql } from './sql.ts';

/**
 * DuckDB, at its narrowest. A failed query throws a `QueryError`; where the whole database is lost with it, an
 * `AppError`, after which only `close` makes sense.
 */
export interface Engine {
	/** Puts the Arrow IPC streams, one after the other, into one table, in place of any of that name. */
	load(table: string, streams: Iterable<Uint8Array>): Promise<void>;
	/** Runs a statement that answers nothing. */
	run(sql: Sql): Promise<void>;
	/** The rows of the answer, each decoded: BIGINT arrives as `bigint`, INTEGER as `number`; sums are to be cast. */
	query<Row>(sql: Sql, decode: (row: Record<string, unknown>) => Row): Promise<Row[]>;
	/** The answer as typed arrays, for many rows: VARCHAR, BIGINT, INTEGER and BOOLEAN columns alone. */
	queryColumns(sql: Sql): Promise<Columns>;
	/** The answer to one statement, as `queryColumns` gives it; refuses a text that holds several, with nothing run. */
	queryOne(sql: Sql): Promise<Columns>;
	/** Ends the database and gives its memory back. */
	close(): Promise<void>;
}

/** A query that DuckDB refused, with its SQL. */
export class QueryError extends Error {
	override readonly name = 'QueryError';
	/** The words of DuckDB alone. */
	readonly reason: string;
	readonly sql: string;

	constructor(reason: string, sql: string) {
		super(`${reason}\n\n${sql}`);
		this.reason = reason;
		this.sql = sql;
	}
}
