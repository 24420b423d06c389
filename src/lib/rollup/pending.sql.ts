import { type Sql, sql } from '#lib/engine/sql.ts';
import { partOf } from './hang.sql.ts';
import { SPAN } from './key-entries.ts';

/**
 * Table `last_denominator`: for each pending unit the sum of the last figures, up to the period, of the denominator's
 * measures; a unit without any for one of them is not there. "x" counts as 0.
 */
export function lastDenominators(newest: Sql = newestKnown()): Sql {
	return sql`
WITH asked AS (
	SELECT measure.measure, measure.over_time
	FROM measure SEMI JOIN (SELECT measure FROM term WHERE is_denominator) USING (measure)
),
known AS (
	SELECT cell.unit, cell.measure, cell.slot, ${SPAN.quarter} AS span, cell.value
	FROM cell JOIN asked USING (measure)
	WHERE NOT cell.is_year_sum AND (asked.over_time <> 'year' OR cell.slot % 4 = 3)
	UNION ALL
	SELECT cell.unit, cell.measure, cell.slot // 2 * 2 + 1 AS slot, ${SPAN.half} AS span,
		CAST(sum(cell.value) AS BIGINT) AS value
	FROM cell JOIN asked USING (measure)
	WHERE asked.over_time = 'sum' AND NOT cell.is_year_sum
	GROUP BY cell.unit, cell.measure, cell.slot // 2
	UNION ALL
	SELECT cell.unit, cell.measure, cell.slot // 4 * 4 + 3 AS slot, ${SPAN.year} AS span,
		CAST(coalesce(
			sum(cell.value) FILTER (WHERE NOT cell.is_year_sum),
			sum(cell.value)
		) AS BIGINT) AS value
	FROM cell JOIN asked USING (measure)
	WHERE asked.over_time = 'sum'
	GROUP BY cell.unit, cell.measure, cell.slot // 4
),
question AS (
	SELECT duty.period, duty.indicator, duty.unit, term.measure,
		CASE WHEN term.over_time = 'sum' THEN period.span ELSE ${SPAN.quarter} END AS span,
		CASE
			WHEN term.over_time = 'year' THEN coalesce(basis.year_slot, period.slot)
			ELSE period.slot
		END AS slot
	FROM duty
	JOIN period USING (period)
	JOIN basis USING (period, indicator)
	JOIN term ON term.indicator = duty.indicator AND term.is_denominator
	WHERE duty.is_pending
),
last_known AS (
	${newest}
),
known_sum AS (
	SELECT period, indicator, unit, count(*) AS terms, CAST(sum(value) AS BIGINT) AS value
	FROM last_known
	GROUP BY period, indicator, unit
)
SELECT known_sum.period, known_sum.indicator, known_sum.unit, known_sum.value
FROM known_sum JOIN indicator USING (indicator)
WHERE known_sum.terms = indicator.denominators`;
}

/** Of every question the newest known figure up to its quarter. */
function newestKnown(): Sql {
	return sql`
SELECT question.period, question.indicator, question.unit, known.value
FROM question
ASOF JOIN known
	ON known.unit = question.unit AND known.measure = question.measure
		AND known.span = question.span AND known.slot <= question.slot`;
}

/** `newestKnown` for an engine without ASOF joins. */
export function newestKnownByGroup(): Sql {
	return sql`
SELECT question.period, question.indicator, question.unit, max_by(known.value, known.slot) AS value
FROM question
JOIN known
	ON known.unit = question.unit AND known.measure = question.measure
		AND known.span = question.span AND known.slot <= question.slot
GROUP BY question.period, question.indicator, question.unit, question.measure`;
}

/**
 * Table `pending_share`: what pending units at and below each unit add to its total. A figure that was given on another
 * map counts where both maps put its unit below.
 */
export function pendingShares(): Sql {
	return sql`
SELECT own.period, own.indicator, hang.ancestor AS unit,
	CAST(coalesce(sum(${partOf(sql`own.numerator`)}), 0) AS BIGINT) AS numerator,
	CAST(coalesce(sum(${partOf(sql`own.denominator`)}), 0) AS BIGINT) AS denominator
FROM duty
JOIN own USING (period, indicator, unit)
JOIN hang ON hang.shape = own.shape AND hang.descendant = own.unit
JOIN hang AS held
	ON held.shape = duty.shape AND held.descendant = own.unit AND held.ancestor = hang.ancestor AND held.is_first
WHERE duty.is_pending
GROUP BY own.period, own.indicator, hang.ancestor`;
}
