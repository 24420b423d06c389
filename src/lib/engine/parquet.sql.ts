import { type Sql, sql } from './sql.ts';

/** The rows of all Parquet files that the pattern names, with what their folders say (`year=2024`) as columns. */
export function parquetRows(pattern: string): Sql {
	return sql`SELECT * FROM read_parquet(${pattern}, hive_partitioning = true, union_by_name = true)`;
}

/** Writes the rows of the query into one Parquet file. */
export function writeParquet(path: string, rows: Sql): Sql {
	return sql`COPY (${rows}) TO ${path} (FORMAT parquet, COMPRESSION zstd)`;
}
