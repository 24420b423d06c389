import { type Sql, sql } from '#lib/engine/sql.ts';
import { SPAN, STATE } from './key-entries.ts';

/**
 * Table `basis`: what each indicator rests on in each period. `shape` is the organisation that owes the figures;
 * `year_slot` is, for a quarter or half-year, the last quarter of the newest closed year with figures (`year`), whose own
 * organisation a purely year-end indicator rests on; `is_closed` as in `IndicatorTotal`; `is_ended` where the last
 * quarter of the period has figures.
 */
export function bases(): Sql {
	return sql`
WITH reported AS (
	SELECT term.indicator, cell.slot, bool_or(term.over_time = 'year') AS has_year_figure
	FROM cell JOIN term USING (measure)
	WHERE cell.state = ${STATE.figure}
	GROUP BY term.indicator, cell.slot
),
closed_year AS (
	SELECT period.period, reported.indicator, max(reported.slot) AS year_slot
	FROM period JOIN reported ON reported.slot <= period.slot AND reported.slot % 4 = 3
	WHERE NOT period.is_year AND reported.has_year_figure
	GROUP BY period.period, reported.indicator
)
SELECT period.period, indicator.indicator, indicator.selection, closed_year.year_slot, map_day.shape,
	NOT indicator.closes_with_year OR (reported.slot IS NOT NULL AND period.slot % 4 = 3) AS is_closed,
	reported.slot IS NOT NULL AS is_ended
FROM period
CROSS JOIN indicator
LEFT JOIN closed_year USING (period, indicator)
LEFT JOIN reported ON reported.indicator = indicator.indicator AND reported.slot = period.slot
JOIN map_day ON map_day.slot
	= CASE WHEN indicator.is_yearly THEN coalesce(closed_year.year_slot, period.map_slot) ELSE period.map_slot END`;
}

/**
 * Table `reading`: the quarters whose figures may speak for a term in a period (MODEL "Measures", `over_time`), and
 * the shape of the organisation that they are read on; a cumulative figure speaks for all of its year so far. Years and
 * half-years of `sum` terms are not here: they add quarters up.
 */
export function readings(): Sql {
	return sql`
WITH source AS (
	SELECT period.period, term.term,
		CASE
			WHEN term.over_time = 'year' AND NOT period.is_year THEN basis.year_slot
			ELSE period.map_slot
		END AS map_slot,
		CASE
			WHEN term.over_time = 'year' AND NOT period.is_year THEN basis.year_slot
			ELSE period.slot
		END AS last_slot,
		CASE
			WHEN term.over_time = 'year' OR period.span = ${SPAN.quarter} THEN 1
			WHEN term.over_time = 'ytd' THEN period.slot % 4 + 1
			ELSE period.span
		END AS quarters
	FROM period
	CROSS JOIN term
	JOIN basis ON basis.period = period.period AND basis.indicator = term.indicator
	WHERE NOT (term.over_time = 'sum' AND period.span > ${SPAN.quarter})
)
SELECT source.period, source.term, map_day.shape, source.last_slot - back.quarters AS slot
FROM source
JOIN (VALUES (0), (1), (2), (3)) AS back(quarters) ON back.quarters < source.quarters
JOIN map_day ON map_day.slot = source.map_slot`;
}

/**
 * Table `answer`: what each selected unit says to a term in a period: the newest quarter with a figure, that figure, and
 * the newest quarter with a figure or "x".
 */
export function answers(): Sql {
	return sql`
SELECT reading.period, reading.term, reading.shape, cell.unit,
	max(cell.slot) AS answer_slot,
	max(cell.slot) FILTER (WHERE cell.state = ${STATE.figure}) AS figure_slot,
	max_by(cell.value, cell.slot) FILTER (WHERE cell.state = ${STATE.figure}) AS value
FROM reading
JOIN term USING (term)
JOIN indicator USING (indicator)
JOIN cell ON cell.measure = term.measure AND cell.slot = reading.slot AND NOT cell.is_year_sum
JOIN member
	ON member.shape = reading.shape AND member.selection = indicator.selection AND member.unit = cell.unit
GROUP BY reading.period, reading.term, reading.shape, cell.unit`;
}
