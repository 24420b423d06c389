import { type Sql, sql } from '#lib/engine/sql.ts';
import { SPAN, STATE } from './key-entries.ts';

/** Table `year_cell`: what selected units say for a whole year to a term whose quarters add up (`sum`). */
export function yearCells(): Sql {
	return sql`
SELECT period.period, term.term, map_day.shape, cell.unit, cell.slot, cell.state, cell.value
FROM period
JOIN map_day ON map_day.slot = period.map_slot
JOIN cell ON cell.is_year_sum AND cell.slot = period.slot
JOIN term USING (measure)
JOIN indicator USING (indicator)
JOIN member
	ON member.shape = map_day.shape AND member.selection = indicator.selection AND member.unit = cell.unit
WHERE period.is_year`;
}

/**
 * Table `year_answer`: `answer` for the years and half-years of `sum` terms, from their quarters and, for years, from
 * figures for the whole year.
 */
export function yearAnswers(): Sql {
	return sql`
WITH quarter_of AS (
	SELECT long.period, quarter.period AS quarter
	FROM period AS long
	JOIN period AS quarter ON quarter.slot > long.slot - long.span AND quarter.slot <= long.slot
	WHERE long.span > ${SPAN.quarter} AND quarter.span = ${SPAN.quarter}
),
statement AS (
	SELECT quarter_of.period, answer.term, answer.unit, answer.answer_slot, answer.figure_slot,
		answer.figure_slot IS NOT NULL AS has_quarter
	FROM answer
	JOIN quarter_of ON quarter_of.quarter = answer.period
	JOIN term ON term.term = answer.term AND term.over_time = 'sum'
	UNION ALL
	SELECT period, term, unit, slot AS answer_slot,
		CASE WHEN state = ${STATE.figure} THEN slot END AS figure_slot, false AS has_quarter
	FROM year_cell
)
SELECT period, term, unit, max(answer_slot) AS answer_slot, max(figure_slot) AS figure_slot,
	bool_or(has_quarter) AS has_quarter
FROM statement
GROUP BY period, term, unit`;
}

/**
 * Table `year_counted`: the figures that add up to the years and half-years of `sum` terms: the quarters' counted figures,
 * each on its own map, and a figure for the whole year where the unit gave no quarter and no unit below it gave anything; such a
 * figure stands in turn before the quarters of the units above.
 */
export function yearCountedFigures(): Sql {
	return sql`
WITH overruled AS (
	SELECT DISTINCT year_cell.period, year_cell.term, year_cell.unit
	FROM year_cell
	JOIN below ON below.shape = year_cell.shape AND below.ancestor = year_cell.unit
	JOIN year_answer AS lower
		ON lower.period = year_cell.period AND lower.term = year_cell.term
			AND lower.unit = below.descendant AND lower.figure_slot IS NOT NULL
),
whole_year AS (
	SELECT period, term, shape, unit, slot, value
	FROM year_cell
	JOIN year_answer USING (period, term, unit)
	ANTI JOIN overruled USING (period, term, unit)
	WHERE state = ${STATE.figure} AND NOT has_quarter
),
superseded AS (
	SELECT DISTINCT whole_year.period, whole_year.term, below.ancestor AS unit
	FROM whole_year
	JOIN below ON below.shape = whole_year.shape AND below.descendant = whole_year.unit
),
quarter_figure AS (
	SELECT long.period, counted.term, counted.shape, counted.unit, counted.slot, counted.value
	FROM counted
	JOIN term ON term.term = counted.term AND term.over_time = 'sum'
	JOIN period AS long
		ON long.span > ${SPAN.quarter} AND counted.slot > long.slot - long.span AND counted.slot <= long.slot
)
SELECT period, term, shape, unit, slot, value
FROM quarter_figure ANTI JOIN superseded USING (period, term, unit)
UNION ALL
SELECT period, term, shape, unit, slot, value FROM whole_year`;
}
