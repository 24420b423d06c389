import { type Sql, ident, sql } from '#lib/engine/sql.ts';
import { SPAN, STATE } from './key-entries.ts';

/**
 * Table `cell`: what holds for each unit, quarter and measure, the newest submission's word (MODEL "Submissions"). Rows
 * of one submission that name the same cell are added up; "missing" takes an older figure back. A year's or half-year's
 * figure is filed under its last quarter; only where quarters add up to the year (`sum`) it stands apart.
 */
export function cells(): Sql {
	return sql`
${rankedStatements('entry')}
SELECT unit, measure, slot, is_year_sum, max_by(state, rank) AS state, max_by(value, rank) AS value
FROM ranked_statement
GROUP BY unit, measure, slot, is_year_sum
HAVING max_by(state, rank) > ${STATE.missing}`;
}

/**
 * Opens a query with `ranked_statement`: what each submission in the table says of each cell, so ranked that the greatest
 * holds.
 */
export function rankedStatements(table: string): Sql {
	return sql`
WITH statement AS (
	SELECT unit, measure, slot, span, sequence, max(state) AS state,
		CAST(coalesce(sum(value) FILTER (WHERE state = ${STATE.figure}), 0) AS BIGINT) AS value
	FROM ${ident(table)}
	WHERE unit >= 0
	GROUP BY unit, measure, slot, span, sequence
),
ranked_statement AS (
	SELECT *, over_time = 'sum' AND span = ${SPAN.year} AS is_year_sum,
		CAST(sequence AS BIGINT) * 16
			+ CASE WHEN state > ${STATE.missing} THEN 8 ELSE 0 END + ${SPAN.year} - span AS rank
	FROM statement JOIN measure USING (measure)
)`;
}
