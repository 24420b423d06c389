import { type Sql, ident, listed, sql } from '#lib/engine/sql.ts';
import { SPAN, STATE } from './key-entries.ts';
import { unsortedRows } from './rollup-rows.sql.ts';

/**
 * Rows for the table `entry`: what the lake's files say (view `lake_figure`), under the places of units and measures in
 * the tables `unit_key` and `measure_key`; without those that are set aside, see `figuresAside`.
 *
 * @param year the folders of one year alone; of all years where there is none
 */
export function lakeEntries(year?: number): Sql {
	return sql`
SELECT sequence, unit, measure, slot, span, state, value
FROM (${judgedFigures()}) AS judged_figure
WHERE reason IS NULL ${year === undefined ? sql`` : sql`AND year = ${year}`}`;
}

/**
 * How many rows of the lake are not counted, and why: of no unit, measure, period or state known, below 0, or in the
 * folder of another quarter than their period's last, for files are taken year by year.
 */
export function figuresAside(): Sql {
	return sql`
SELECT reason, count(*) AS figures
FROM (${judgedFigures()}) AS judged_figure
WHERE reason IS NOT NULL
GROUP BY reason
ORDER BY reason`;
}

/** The years that the lake has folders of. */
export function lakeYears(): Sql {
	return sql`SELECT DISTINCT CAST(year AS INTEGER) AS year FROM lake_figure ORDER BY year`;
}

/** The figures, and of each why it is not counted, if it is not. */
function judgedFigures(): Sql {
	return sql`
	SELECT figure.sequence, figure.year, unit_key.unit, measure_key.measure, slot, span, state, value,
		CASE
			WHEN unit_key.unit IS NULL THEN 'unknown-unit'
			WHEN measure_key.measure IS NULL THEN 'unknown-measure'
			WHEN slot IS NULL THEN 'unknown-period'
			WHEN state IS NULL THEN 'unknown-state'
			WHEN value < 0 THEN 'negative'
			WHEN slot <> folder_slot THEN 'misplaced'
		END AS reason
	FROM (${placedFigures()}) AS figure
	LEFT JOIN unit_key ON unit_key.code = figure.unit_code
	LEFT JOIN measure_key ON measure_key.id = figure.measure_id`;
}

/** The figures with the quarter that their period ends with, and that of their folder, counted as in `cell`. */
function placedFigures(): Sql {
	return sql`
	SELECT unit AS unit_code, measure AS measure_id, CAST(year AS INTEGER) AS year,
		CAST(coalesce(sequence, 0) AS INTEGER) AS sequence,
		CAST(coalesce(value, 0) AS BIGINT) AS value,
		CASE state
			WHEN 'figure' THEN ${STATE.figure}
			WHEN 'not-applicable' THEN ${STATE['not-applicable']}
			WHEN 'missing' THEN ${STATE.missing}
		END AS state,
		CASE substr(period, 5, 2) WHEN '-Q' THEN ${SPAN.quarter} WHEN '-H' THEN ${SPAN.half}
			ELSE ${SPAN.year} END AS span,
		CAST(substr(period, 1, 4) AS INTEGER) * 4 + CASE substr(period, 5)
			WHEN '-Q1' THEN 0 WHEN '-Q2' THEN 1 WHEN '-H1' THEN 1 WHEN '-Q3' THEN 2
			WHEN '-Q4' THEN 3 WHEN '-H2' THEN 3 WHEN '' THEN 3
		END AS slot,
		CAST(year AS INTEGER) * 4 + CAST(quarter AS INTEGER) - 1 AS folder_slot
	FROM lake_figure`;
}

/** Table `period_key`: the name of every period, `2024`, `2024-H1` or `2024-Q4`. */
export function periodKeys(): Sql {
	return sql`
SELECT period, slot, span,
	slot // 4 || CASE span
		WHEN ${SPAN.year} THEN ''
		WHEN ${SPAN.half} THEN CASE slot % 4 WHEN 1 THEN '-H1' ELSE '-H2' END
		ELSE CASE slot % 4 WHEN 0 THEN '-Q1' WHEN 1 THEN '-Q2' WHEN 2 THEN '-Q3' ELSE '-Q4' END
	END AS name
FROM period`;
}

/** What a row of totals holds beside unit, period, indicator and `as_of`, in the order of the files. */
export const TOTAL_COLUMNS = [
	...['numerator', 'denominator', 'reported', 'expected', 'pending_units', 'pending_unknown'],
	...['pending_last_denominator', 'pending_numerator', 'pending_denominator', 'stale', 'closed'],
	...['remainder_numerator', 'remainder_denominator', 'unallocated']
] as const;

/** The rollup by names: a row for every unit that a period is shown for and every indicator of `indicator`. */
export function namedTotals(): Sql {
	return sql`
SELECT unit_key.code AS unit, period_key.name AS period, indicator_key.id AS indicator,
	${listed(TOTAL_COLUMNS.map((name) => sql`total_row.${ident(name)}`))},
	newest.name AS as_of
FROM (${unsortedRows()}) AS total_row
JOIN unit_key ON unit_key.unit = total_row.unit
JOIN period_key ON period_key.period = total_row.period
JOIN indicator_key ON indicator_key.indicator = total_row.indicator
LEFT JOIN period_key AS newest
	ON newest.span = CASE WHEN total_row.is_yearly THEN ${SPAN.year} ELSE ${SPAN.quarter} END
		AND newest.slot = CASE WHEN total_row.is_yearly
			THEN total_row.as_of_slot // 4 * 4 + 3 ELSE total_row.as_of_slot END`;
}

/** `namedTotals`, one unit after the other, so that a reader of some units may pass over the others. */
export function sortedTotals(): Sql {
	return sql`
${namedTotals()}
ORDER BY total_row.unit, total_row.period, total_row.indicator`;
}

/** The totals of the units in the table `wanted`, by the places of names there and in the tables of keys. */
export function totalsOfBatch(): Sql {
	return sql`
SELECT wanted.place AS unit, period_key.period, indicator_key.indicator,
	${listed(TOTAL_COLUMNS.map((name) => sql`total_part.${ident(name)}`))},
	newest.period AS as_of
FROM total_part
JOIN wanted ON wanted.code = total_part.unit
JOIN period_key ON period_key.name = total_part.period
JOIN indicator_key ON indicator_key.id = total_part.indicator
LEFT JOIN period_key AS newest ON newest.name = total_part.as_of
ORDER BY wanted.place, period_key.period, indicator_key.indicator`;
}

/** The names of all periods, oldest first. */
export function periodNames(): Sql {
	return sql`SELECT name FROM period_key ORDER BY period`;
}
