import { type Sql, ident, listed, sql } from '#lib/engine/sql.ts';
import { TOTAL_COLUMNS } from '#lib/rollup/lake.sql.ts';

/** How many totals there are in `by_duckdb`, and how many stand in one of `by_duckdb` and `by_spark` alone. */
export function differingTotals(): Sql {
	const columns = listed(['unit', 'period', 'indicator', ...TOTAL_COLUMNS, 'as_of'].map(ident));
	const rows = (name: string): Sql => sql`SELECT ${columns} FROM ${ident(name)}`;
	return sql`
SELECT (SELECT count(*) FROM by_duckdb) AS "rows",
	(SELECT count(numerator) FROM by_duckdb) AS with_figures,
	(SELECT count(*) FROM (${rows('by_duckdb')} EXCEPT ALL ${rows('by_spark')})) AS only_duckdb,
	(SELECT count(*) FROM (${rows('by_spark')} EXCEPT ALL ${rows('by_duckdb')})) AS only_spark`;
}
