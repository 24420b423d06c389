import {
	BIGINT,
	BOOLEAN,
	type DuckDBAppender,
	DuckDBDataChunk,
	type DuckDBType,
	type DuckDBValue,
	INTEGER,
	SMALLINT,
	VARCHAR
} from '@duckdb/node-api';
import { type Column, type Columns, lengthOf, textAt } from './columns.ts';

/** Rows that go into the table together: as many as DuckDB keeps in one vector. */
const CHUNK = 2048;

const TYPES: Record<Column['type'], DuckDBType> = {
	text: VARCHAR,
	int64: BIGINT,
	int32: INTEGER,
	int16: SMALLINT,
	boolean: BOOLEAN
};

/** Adds the rows of the columns to the appender's table, and closes it. */
export function appendColumns(appender: DuckDBAppender, columns: Columns): void {
	const all = Object.values(columns);
	const length = all[0] ? lengthOf(all[0]) : 0;
	const types = all.map(({ type }) => TYPES[type]);
	for (let from = 0; from < length; from += CHUNK) {
		const rows = Array.from({ length: Math.min(CHUNK, length - from) }, (_, at) => from + at);
		const chunk = DuckDBDataChunk.create(types, rows.length);
		chunk.setColumns(all.map((column) => rows.map((row) => valueAt(column, row))));
		appender.appendDataChunk(chunk);
	}
	appender.closeSync();
}

function valueAt(column: Column, row: number): DuckDBValue {
	if (column.type === 'text') return textAt(column, row) ?? null;
	if (column.type === 'boolean') return column.values[row] === 1;
	return column.absent?.[row] ? null : (column.values[row] ?? null);
}
