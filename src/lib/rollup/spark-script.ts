import { AppError } from '#lib/base/app-error.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import type { Sql } from '#lib/engine/sql.ts';
import { asSpark, SPARK_ROWS } from './dialect.ts';
import { askedTables, measureTable, selectionsOf } from './input-tables.ts';
import { figuresAside, lakeEntries, namedTotals, periodKeys } from './lake.sql.ts';
import { rollupKeys } from './rollup-keys.ts';
import { ROLLUP_TABLES } from './rollup-tables.sql.ts';
import {
	forgetTable,
	keepTable,
	nameRows,
	noTurningDays,
	readFigures,
	readUnitList,
	selectedRecords,
	unitKeys,
	unitRecords,
	writeFolder,
	writtenRows
} from './spark.sql.ts';
import { keyTables } from './lake-keys.ts';

/** What Spark is to roll up, and where to; addresses as the cluster reaches them: `s3a://…`, `hdfs://…`, `file://…`. */
interface SparkWork {
	catalogue: Catalogue;
	lake: string;
	out: string;
}

/** Where Spark keeps the tables of a run, below the folder that the totals go to. */
export function scratchOf(out: string, run: string): string {
	return `${out}/scratch-${run}`;
}

/** What Spark must be told for the script to mean what it means: that a sum too large fails, and no text is escaped. */
export const SPARK_SETTINGS: Readonly<Record<string, string>> = {
	'spark.sql.ansi.enabled': 'true',
	'spark.sql.parser.escapedStringLiterals': 'true',
	'spark.sql.catalogImplementation': 'in-memory',
	'spark.log.level': 'ERROR'
};

/**
 * Tables that are worked out where they are used: the small ones, and those that are used once. The others are written
 * down, for Spark reads a name of its own making as the whole query behind it, and a rollup of names would be one query
 * too large to plan.
 */
const NAMED = new Set([
	...['entry', 'below', 'hang', 'claim', 'shown', 'member', 'year_cell'],
	...['remainder', 'lag', 'unallocated', 'coverage', 'pending_share']
]);

/**
 * The rollup of a lake, as reported, as a script for `spark-sql`: the statements of `rollUpLake`, in Spark's dialect. It
 * writes `totals` (Parquet, the columns of `rollUpLake`'s) and `aside` (CSV) below `out`. Throws AppError
 * `cli.bad-address` where an address or a name cannot stand in it.
 */
export function sparkScript({ catalogue, lake, out }: SparkWork): string {
	for (const address of [lake, out])
		if (/['"\\;\s]/.test(address)) throw new AppError('cli.bad-address', { address });
	const keys = rollupKeys([], catalogue);
	const { unit_key: _, ...named } = keyTables(keys);
	const written = { ...named, measure: measureTable(keys), ...askedTables(keys) };
	const selections = selectionsOf(keys).map(({ select }: Indicator) => select ?? {});
	const tables = ROLLUP_TABLES.map(({ name }) => name).filter((name) => !NAMED.has(name));
	const kept = ['unit_key', 'unit_record', ...tables];
	const statements: Sql[] = [
		readUnitList(`${lake}/units.csv`),
		readFigures(`${lake}/figures`),
		keepTable('unit_key', unitKeys()),
		keepTable('unit_record', unitRecords()),
		nameRows('selected', selectedRecords(selections)),
		nameRows('turning_day', noTurningDays()),
		...Object.entries(written).map(([name, columns]) => nameRows(name, writtenRows(columns))),
		nameRows('entry', lakeEntries()),
		...ROLLUP_TABLES.map(({ name, rows }) =>
			(NAMED.has(name) ? nameRows : keepTable)(name, (SPARK_ROWS[name] ?? rows)())
		),
		nameRows('period_key', periodKeys()),
		writeFolder(`${out}/totals`, 'parquet', namedTotals()),
		writeFolder(`${out}/aside`, 'csv', figuresAside()),
		...kept.map(forgetTable)
	];
	return `${statements.map((statement) => asSpark(statement).text.trim()).join(';\n\n')};\n`;
}
