import { readersSql, type Sql, sql } from './sql.ts';

/**
 * The query that a reader wrote as one whose cells are texts, exact whatever their type. It stands in brackets from the
 * second line on: nothing but a question fits there.
 *
 * @param most so many rows are given, the first ones; all of them where it is absent
 */
export function readingRows(query: string, most?: number): Sql {
	const all = sql`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (
${readersSql(query)}
)`;
	return most === undefined ? all : sql`${all} LIMIT ${most}`;
}

/** The names and types of what the query gives; it is not run. */
export function readingColumns(query: string): Sql {
	return sql`DESCRIBE SELECT * FROM (
${readersSql(query)}
)`;
}

/** How many rows the query gives. */
export function readingCount(query: string): Sql {
	return sql`SELECT CAST(count(*) AS VARCHAR) AS rows FROM (
${readersSql(query)}
)`;
}

/** How the engine would answer the query; `isRun` has it done, and says how long each step took. */
export function readingPlan(query: string, isRun: boolean): Sql {
	const explain = isRun ? sql`EXPLAIN ANALYZE` : sql`EXPLAIN`;
	return sql`${explain} SELECT * FROM (
${readersSql(query)}
)`;
}

/** Begins a transaction in which nothing that is kept can be written. */
export function beginReading(): Sql {
	return sql`BEGIN TRANSACTION READ ONLY`;
}

/** Ends the transaction. */
export function endReading(): Sql {
	return sql`ROLLBACK`;
}

/**
 * Settings that shut the engine in for good: no files, no network, no more memory than a page can give, and none of them
 * can be turned again.
 */
export function shutIn(): Sql[] {
	return [
		sql`SET memory_limit = '2GB'`,
		sql`SET enable_external_access = false`,
		sql`SET lock_configuration = true`
	];
}
