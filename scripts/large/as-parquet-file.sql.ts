import { type Sql, sql } from '#lib/engine/sql.ts';

/** Writes the rows of a CSV file into a Parquet file, compressed with zstd. */
export function asParquetFile(csv: string, parquet: string): Sql {
	return sql`COPY (SELECT * FROM read_csv(${csv})) TO ${parquet} (FORMAT parquet, COMPRESSION zstd)`;
}
