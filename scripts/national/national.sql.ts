import { type Sql, sql } from '#lib/engine/sql.ts';

/** One quarter of the national set. */
interface Quarter {
	year: number;
	/** 1 to 4. */
	quarter: number;
	/** True from the quarter on in which the reform falls. */
	isReformed: boolean;
}

/**
 * Every figure of a quarter, made of whole numbers alone, so that they are the same on every machine: one unit in 20
 * sends nothing, one cell in 100 does not apply, one in 50 is sent again with another figure and one in 500 taken back;
 * some communes report beside the units below them.
 */
export function quarterFigures({ year, quarter, isReformed }: Quarter): Sql {
	const slot = year * 4 + quarter - 1;
	return sql`
WITH drawn AS (
	SELECT reporter.code AS unit, measure.id AS measure,
		${isReformed ? sql`reporter.after` : sql`reporter.before`} AS province,
		${mixed(sql`CAST(reporter.place AS BIGINT) * 7919 + measure.place * 104729 + ${slot * 611}`)} AS chance,
		(10 + reporter.place * 31 % 90) * (${year} - 1990) // 25 AS whole,
		measure.share * CASE WHEN measure.over_time = 'ytd' THEN ${quarter} * 25 ELSE 100 END AS part
	FROM reporter
	JOIN measure ON ${quarter} % measure.every = 0
	WHERE ${mixed(sql`CAST(reporter.place AS BIGINT) * 104729 + ${slot * 7919}`)} % 20 > 0
		AND (NOT reporter.is_commune OR reporter.place % 4 = ${slot % 4})
),
first_word AS (
	SELECT unit, measure, province, chance, whole * part // 10000 AS value,
		CASE WHEN chance % 100 = 1 THEN 'not-applicable' ELSE 'figure' END AS state
	FROM drawn
),
word AS (
	SELECT ${slot * 10} AS sequence, unit, measure, province, state,
		CASE WHEN state = 'figure' THEN value ELSE 0 END AS value
	FROM first_word
	UNION ALL
	SELECT ${slot * 10 + 1} AS sequence, unit, measure, province,
		CASE WHEN chance % 500 = 2 THEN 'missing' ELSE 'figure' END AS state,
		CASE WHEN chance % 500 = 2 THEN 0 ELSE value - value // 20 END AS value
	FROM first_word
	WHERE chance % 50 = 2
)
SELECT unit, ${`${year}-Q${quarter}`} AS period, measure, state, CAST(value AS BIGINT) AS value,
	CAST(sequence AS INTEGER) AS sequence,
	${year} AS year, ${quarter} AS quarter, province
FROM word
ORDER BY province, measure, unit, sequence`;
}

/** Writes the rows into folders by year, quarter and province; the folder of another quarter is left as it is. */
export function writeFolders(folder: string, rows: Sql): Sql {
	return sql`
COPY (${rows}) TO ${folder}
	(FORMAT parquet, COMPRESSION zstd, PARTITION_BY (year, quarter, province), OVERWRITE_OR_IGNORE)`;
}

/** A number from 0 to 65535 that looks like chance. */
function mixed(seed: Sql): Sql {
	return sql`((((${seed}) % 1000003) * 2654435761 % 4294967296) // 65536)`;
}
