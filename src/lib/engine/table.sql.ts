import { type Sql, ident, sql } from './sql.ts';

/** Makes the table, or makes it anew, of the rows of the query. */
export function createTable(name: string, rows: Sql): Sql {
	return sql`CREATE OR REPLACE TABLE ${ident(name)} AS ${rows}`;
}

/** Adds the rows of the query to the table. */
export function addRows(name: string, rows: Sql): Sql {
	return sql`INSERT INTO ${ident(name)} ${rows}`;
}

/** Removes the table, if it is there. */
export function dropTable(name: string): Sql {
	return sql`DROP TABLE IF EXISTS ${ident(name)}`;
}
