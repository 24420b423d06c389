import type { Column, Columns } from './columns.ts';
import { type Sql, ident, listed, sql } from './sql.ts';

/** Makes the table, or makes it anew, of the rows of the query. */
export function createTable(name: string, rows: Sql): Sql {
	return sql`CREATE OR REPLACE TABLE ${ident(name)} AS ${rows}`;
}

/** Adds the rows of the query to the table. */
export function addRows(name: string, rows: Sql): Sql {
	return sql`INSERT INTO ${ident(name)} ${rows}`;
}

/** Puts the rows under a name, worked out anew whenever they are asked for. */
export function createView(name: string, rows: Sql): Sql {
	return sql`CREATE OR REPLACE VIEW ${ident(name)} AS ${rows}`;
}

/** Removes the table, if it is there. */
export function dropTable(name: string): Sql {
	return sql`DROP TABLE IF EXISTS ${ident(name)}`;
}

/** Makes a table without rows for the columns. */
export function createTableFor(name: string, columns: Columns): Sql {
	const definitions = Object.entries(columns).map(
		([column, { type }]) => sql`${ident(column)} ${COLUMN_TYPES[type]}`
	);
	return sql`CREATE OR REPLACE TABLE ${ident(name)} (${listed(definitions)})`;
}

const COLUMN_TYPES: Record<Column['type'], Sql> = {
	text: sql`VARCHAR`,
	int64: sql`BIGINT`,
	int32: sql`INTEGER`,
	int16: sql`SMALLINT`,
	boolean: sql`BOOLEAN`
};
