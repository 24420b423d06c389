import { readersSql, type Sql } from '#lib/engine/sql.ts';
import { branchesByStep } from './branches.sql.ts';
import { lastDenominators, newestKnownByGroup } from './pending.sql.ts';

/**
 * What Apache Spark writes otherwise than DuckDB in the rollup's SQL, the whole of it: all else is in the subset that
 * both take. No text between quotes has any of these.
 */
const SPELLINGS: readonly [duckdb: RegExp, spark: string][] = [
	[/ \/\/ /g, ' div '],
	[/\bHUGEINT\b/g, 'DECIMAL(38, 0)'],
	[/"(\w+)"/g, '`$1`']
];

/** The tables whose rows Spark has to be asked for in another way: it has no recursion, and no ASOF join. */
export const SPARK_ROWS: Readonly<Record<string, () => Sql>> = {
	branch: branchesByStep,
	last_denominator: () => lastDenominators(newestKnownByGroup())
};

/** The statement as Spark takes it. */
export function asSpark({ text }: Sql): Sql {
	return readersSql(
		SPELLINGS.reduce((said, [duckdb, spark]) => said.replaceAll(duckdb, spark), text)
	);
}
