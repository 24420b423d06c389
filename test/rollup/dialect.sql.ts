import { type Sql, ident, sql } from '#lib/engine/sql.ts';

/** What Spark calls `raise_error`. */
export function raiseError(): Sql {
	return sql`CREATE MACRO raise_error(reason) AS error(reason)`;
}

/** The rows that stand in one of the tables alone. */
export function differingRows(one: string, other: string): Sql {
	return sql`
(SELECT * FROM ${ident(one)} EXCEPT ALL SELECT * FROM ${ident(other)})
UNION ALL
(SELECT * FROM ${ident(other)} EXCEPT ALL SELECT * FROM ${ident(one)})`;
}
