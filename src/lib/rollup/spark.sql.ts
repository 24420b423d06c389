import { type Column, type Columns, lengthOf, textAt } from '#lib/engine/columns.ts';
import { type Sql, ident, listed, sql } from '#lib/engine/sql.ts';

/** The unit list of a lake, as the product writes it. */
export function readUnitList(path: string): Sql {
	return sql`
CREATE OR REPLACE TEMPORARY VIEW unit_list USING csv OPTIONS (path ${path}, header 'true', encoding 'UTF-8')`;
}

/** The figures of a lake, with their folders as columns. */
export function readFigures(path: string): Sql {
	return sql`CREATE OR REPLACE TEMPORARY VIEW lake_figure USING parquet OPTIONS (path ${path})`;
}

/** Table `unit_key`: codes in their order. */
export function unitKeys(): Sql {
	return sql`
SELECT CAST(row_number() OVER (ORDER BY code) - 1 AS INTEGER) AS unit, code
FROM (SELECT DISTINCT ma_don_vi AS code FROM unit_list) AS listed`;
}

/** Table `unit_record`, with level and kind for `selectedRecords`. */
export function unitRecords(): Sql {
	return sql`
SELECT CAST(row_number() OVER (ORDER BY unit_key.unit, hieu_luc_tu) - 1 AS INTEGER) AS record,
	unit_key.unit, parent.unit AS parent, coalesce(hieu_luc_tu, '0001-01-01') AS valid_from,
	hieu_luc_den AS valid_to, cap AS level, loai AS kind
FROM unit_list
JOIN unit_key ON unit_key.code = ma_don_vi
LEFT JOIN unit_key AS parent ON parent.code = ma_cap_tren`;
}

/** Table `turning_day`: no day on which nothing but a lineage turns, for each period stands on its own map. */
export function noTurningDays(): Sql {
	return sql`SELECT valid_from AS day FROM unit_record WHERE false`;
}

/** Which units count for a selection, by level and kind; all of them where nothing is asked for. */
export interface Selection {
	level?: readonly string[];
	kind?: readonly string[];
}

/** Table `selected`: which records each selection holds, by its place. */
export function selectedRecords(selections: readonly Selection[]): Sql {
	const parts = selections.map(
		({ level, kind }, place) => sql`
SELECT ${place} AS selection, record FROM unit_record WHERE ${among('level', level)} AND ${among('kind', kind)}`
	);
	return parts.reduce(
		(all, part) => sql`${all}
UNION ALL${part}`
	);
}

function among(name: string, values: readonly string[] | undefined): Sql {
	return values
		? sql`${ident(name)} IN (${listed(values.map((value) => sql`${value}`))})`
		: sql`true`;
}

/** The rows of a small table, each written out. */
export function writtenRows(columns: Columns): Sql {
	const all = Object.values(columns);
	const length = all[0] ? lengthOf(all[0]) : 0;
	const row = (at: number): Sql => sql`(${listed(all.map((column) => valueOf(column, at)))})`;
	const rows = listed(Array.from({ length }, (_, at) => row(at)));
	return sql`SELECT * FROM (VALUES ${rows}) AS written(${listed(Object.keys(columns).map(ident))})`;
}

function valueOf(column: Column, row: number): Sql {
	if (column.type === 'text') return sql`${textAt(column, row) ?? null}`;
	if (column.type === 'boolean') return sql`${column.values[row] === 1}`;
	return sql`${column.absent?.[row] ? null : (column.values[row] ?? null)}`;
}

/** Works the rows out once and keeps them in the folder of Spark's tables, under a name. */
export function keepTable(name: string, rows: Sql): Sql {
	return sql`CREATE TABLE ${ident(name)} USING parquet AS ${rows}`;
}

/** Removes a table that was kept, with its files. */
export function forgetTable(name: string): Sql {
	return sql`DROP TABLE ${ident(name)}`;
}

/** Puts rows under a name, worked out where they are used. */
export function nameRows(name: string, rows: Sql): Sql {
	return sql`CREATE OR REPLACE TEMPORARY VIEW ${ident(name)} AS ${rows}`;
}

/** Writes the rows into a folder of files, in place of what is there. */
export function writeFolder(folder: string, format: 'parquet' | 'csv', rows: Sql): Sql {
	return sql`INSERT OVERWRITE DIRECTORY USING ${ident(format)} OPTIONS (path ${folder}) ${rows}`;
}
