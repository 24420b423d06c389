import { type Sql, sql } from '#lib/engine/sql.ts';
import { partOf } from './hang.sql.ts';

/**
 * Table `duty`: the units that owe figures for an indicator in a period, those with nothing but "x" left out. A unit is
 * pending where it lacks a figure or "x" that no unit above it gave in its stead, or where the last quarter of the year or
 * half-year is there and its cumulative figure is older.
 */
export function duties(): Sql {
	return sql`
WITH reply AS (
	SELECT period, term, unit, answer_slot, figure_slot FROM answer
	UNION ALL
	SELECT period, term, unit, answer_slot, figure_slot FROM year_answer
),
replied AS (
	SELECT reply.period, term.indicator, reply.unit, count(*) AS replies, count(reply.figure_slot) AS figures,
		bool_or(term.over_time = 'ytd' AND reply.answer_slot < period.slot) AS is_cut_short
	FROM reply JOIN term USING (term) JOIN period USING (period)
	GROUP BY reply.period, term.indicator, reply.unit
),
stand_in AS (
	SELECT DISTINCT figure.period, term.indicator, figure.term, below.descendant AS unit
	FROM (SELECT period, term, unit FROM counted UNION ALL SELECT period, term, unit FROM year_counted) AS figure
	JOIN term USING (term)
	JOIN basis ON basis.period = figure.period AND basis.indicator = term.indicator
	JOIN below ON below.shape = basis.shape AND below.ancestor = figure.unit
),
replaced AS (
	SELECT period, indicator, unit, count(*) AS terms
	FROM stand_in ANTI JOIN reply USING (period, term, unit)
	GROUP BY period, indicator, unit
)
SELECT basis.period, basis.indicator, basis.shape, reporter.unit,
	coalesce(replied.figures, 0) > 0 AS is_reported,
	coalesce(replied.replies, 0) + coalesce(replaced.terms, 0) < indicator.terms
		OR basis.is_ended AND coalesce(replied.is_cut_short, false) AS is_pending
FROM basis
JOIN indicator USING (indicator)
JOIN reporter ON reporter.shape = basis.shape AND reporter.selection = basis.selection
LEFT JOIN replied
	ON replied.period = basis.period AND replied.indicator = basis.indicator AND replied.unit = reporter.unit
LEFT JOIN replaced
	ON replaced.period = basis.period AND replaced.indicator = basis.indicator AND replaced.unit = reporter.unit
WHERE replied.replies IS NULL OR replied.figures > 0`;
}

/**
 * Table `coverage`: of the units at and below each unit, how many owe figures, reported any, are pending, and are pending
 * without a known denominator; and the last known denominators of the other pending ones.
 */
export function coverages(): Sql {
	return sql`
SELECT duty.period, duty.indicator, hang.ancestor AS unit,
	CAST(count(*) FILTER (WHERE hang.is_first) AS INTEGER) AS expected,
	CAST(count(*) FILTER (WHERE hang.is_first AND duty.is_reported) AS INTEGER) AS reported,
	CAST(count(*) FILTER (WHERE hang.is_first AND duty.is_pending) AS INTEGER) AS pending,
	CAST(count(*) FILTER (WHERE hang.is_first AND duty.is_pending AND last_denominator.value IS NULL) AS INTEGER) AS unknown,
	CAST(coalesce(sum(${partOf(sql`last_denominator.value`)}), 0) AS BIGINT) AS last_denominator
FROM duty
LEFT JOIN last_denominator USING (period, indicator, unit)
JOIN hang ON hang.shape = duty.shape AND hang.descendant = duty.unit
GROUP BY duty.period, duty.indicator, hang.ancestor`;
}
