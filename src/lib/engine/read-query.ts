import type { QueryAnswer, QueryFault, QueryRows } from '#lib/base/query-answer.ts';
import { type Columns, columnOf, textAt } from './columns.ts';
import { type Engine, QueryError } from './engine.ts';
import { readFault } from './read-fault.ts';
import {
	beginReading,
	endReading,
	readingColumns,
	readingCount,
	readingPlan,
	readingRows
} from './reading.sql.ts';
import { readStatement, type Statement } from './read-statement.ts';

/**
 * What comes of a text that a reader wrote, as far as `most` rows. It can but read: it is to be one statement, and one
 * that has rows; it is refused else, by DuckDB's own parser, and what is kept is shut against writing besides.
 */
export async function readQuery(engine: Engine, text: string, most: number): Promise<QueryAnswer> {
	const statement = readStatement(text);
	if ('fault' in statement) return { kind: 'fault', fault: statement.fault };
	return reading(engine, statement, async (): Promise<QueryAnswer> => {
		if (statement.asks !== 'rows') return readPlan(engine, statement);
		const described = await engine.queryOne(readingColumns(statement.query));
		const answer = await engine.queryOne(readingRows(statement.query, most + 1));
		return { kind: 'rows', rows: rowsOf(described, answer, most) };
	});
}

/** How many rows the query of the text gives; absent where it is refused. */
export async function countQuery(engine: Engine, text: string): Promise<bigint | undefined> {
	const statement = readStatement(text);
	if ('fault' in statement) return undefined;
	const count = await reading(engine, statement, async () => {
		const answer = await engine.queryOne(readingCount(statement.query));
		return BigInt(textAt(columnOf(answer, 'rows', 'text'), 0) ?? 0);
	});
	return typeof count === 'bigint' ? count : undefined;
}

/** What the work gives, done where nothing can be written; or why DuckDB refused the query. */
async function reading<T>(
	engine: Engine,
	{ query }: Statement,
	work: () => Promise<T>
): Promise<T | { kind: 'fault'; fault: QueryFault }> {
	await engine.run(beginReading());
	try {
		const given = await work();
		await engine.run(endReading());
		return given;
	} catch (error) {
		// Of any other error the database itself is lost, and its transaction with it.
		if (!(error instanceof QueryError)) throw error;
		await engine.run(endReading());
		return { kind: 'fault', fault: readFault(error.reason, query) };
	}
}

async function readPlan(engine: Engine, { query, asks }: Statement): Promise<QueryAnswer> {
	const answer = await engine.queryOne(readingPlan(query, asks === 'run-plan'));
	return {
		kind: 'plan',
		plan: { plan: textAt(columnOf(answer, 'explain_value', 'text'), 0) ?? '' }
	};
}

function rowsOf(described: Columns, answer: Columns, most: number): QueryRows {
	const names = textsOf(described, 'column_name');
	const types = textsOf(described, 'column_type');
	const columns = names.map((name, at) => ({ name: name ?? '', type: types[at] ?? '' }));
	const cells = columns.map(({ name }) => textsOf(answer, name));
	const found = cells[0]?.length ?? 0;
	const rows = Array.from({ length: Math.min(found, most) }, (_, row) =>
		cells.map((column) => column[row])
	);
	return { columns, rows, hasMore: found > most };
}

function textsOf(columns: Columns, name: string): (string | undefined)[] {
	const column = columnOf(columns, name, 'text');
	return Array.from(column.codes, (_, row) => textAt(column, row));
}
