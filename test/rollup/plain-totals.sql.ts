import { type Sql, sql } from '#lib/engine/sql.ts';

/**
 * How many totals of quarters there are in `total_part`, of the indicators in `plain_term`, and how many of them are
 * other than plain sums over the national set in `lake_figure` say: a short query of its own, which takes provinces from
 * the folders and communes from the codes (`VN-01-001-01`), and knows nothing of the rollup.
 */
export function plainlyDiffering(): Sql {
	return sql`
WITH in_force AS (
	SELECT unit, measure, province, period, max_by(value, sequence) AS value,
		regexp_extract(unit, '^VN-[0-9]+-[0-9]+') AS commune, unit SIMILAR TO 'VN-[0-9]+-[0-9]+-[0-9]+' AS is_leaf
	FROM lake_figure
	GROUP BY unit, measure, province, period
	HAVING max_by(state, sequence) = 'figure'
),
leaf_said AS (
	SELECT DISTINCT commune AS said_by, measure, period FROM in_force WHERE is_leaf
),
counted AS (
	SELECT in_force.*
	FROM in_force LEFT JOIN leaf_said
		ON leaf_said.said_by = commune AND leaf_said.measure = in_force.measure
			AND leaf_said.period = in_force.period
	WHERE is_leaf OR said_by IS NULL
),
placed AS (
	SELECT 'VN' AS unit, measure, period, value FROM counted
	UNION ALL SELECT province, measure, period, value FROM counted
	UNION ALL SELECT commune, measure, period, value FROM counted
	UNION ALL SELECT unit, measure, period, value FROM counted WHERE is_leaf
),
plain AS (
	SELECT unit, period, indicator,
		CAST(sum(value) FILTER (NOT is_denominator) AS BIGINT) AS numerator,
		CAST(sum(value) FILTER (is_denominator) AS BIGINT) AS denominator
	FROM placed JOIN plain_term USING (measure)
	GROUP BY unit, period, indicator
),
said AS (
	SELECT unit, period, indicator, numerator, denominator
	FROM total_part
	WHERE period LIKE '%-Q%' AND indicator IN (SELECT indicator FROM plain_term)
		AND (numerator IS NOT NULL OR denominator IS NOT NULL)
)
SELECT CAST(count(*) AS INTEGER) AS totals,
	CAST(count(*) FILTER (said.unit IS NULL OR plain.unit IS NULL
		OR said.numerator IS DISTINCT FROM plain.numerator
		OR said.denominator IS DISTINCT FROM plain.denominator) AS INTEGER) AS differing
FROM plain FULL JOIN said USING (unit, period, indicator)`;
}

/** How many figures and totals there are. */
export function countedRows(): Sql {
	return sql`SELECT (SELECT count(*) FROM lake_figure) AS figures, (SELECT count(*) FROM total_part) AS totals`;
}
