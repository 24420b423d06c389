import { type Sql, sql } from '#lib/engine/sql.ts';
import { SPAN } from './key-entries.ts';

/**
 * Table `period`: every quarter with figures, and every half-year and year with any, oldest first. `slot` is its last
 * quarter, `span` its number of quarters, `map_slot` the quarter on whose last day the organisation is looked at: the
 * newest one reported in it.
 */
export function periods(): Sql {
	return sql`
WITH reported AS (
	SELECT DISTINCT slot FROM cell
),
reported_period AS (
	SELECT (slot // span + 1) * span - 1 AS slot, max(slot) AS map_slot, span
	FROM reported CROSS JOIN (VALUES (${SPAN.quarter}), (${SPAN.half}), (${SPAN.year})) AS length(span)
	GROUP BY slot // span, span
)
SELECT CAST(row_number() OVER (ORDER BY slot, span) - 1 AS INTEGER) AS period, slot, map_slot, span,
	span = ${SPAN.year} AS is_year
FROM reported_period`;
}

/**
 * Table `map_day`: the last day of every quarter with figures, and the number of the organisation's shape on it. Days
 * between which no unit begins or ends, and nothing turns in a lineage that matters, have one shape.
 */
export function mapDays(): Sql {
	return sql`
WITH reported AS (
	SELECT DISTINCT slot,
		slot // 4 || CASE slot % 4
			WHEN 0 THEN '-03-31' WHEN 1 THEN '-06-30' WHEN 2 THEN '-09-30' ELSE '-12-31'
		END AS day
	FROM cell
),
turned AS (
	SELECT reported.slot, count(*) AS days
	FROM reported JOIN turning_day ON turning_day.day <= reported.day
	GROUP BY reported.slot
)
SELECT reported.slot, reported.day,
	CAST(count(*) FILTER (WHERE valid_from <= reported.day) + count(*) FILTER (WHERE valid_to < reported.day)
		+ coalesce(max(turned.days), 0) AS INTEGER) AS shape
FROM reported
CROSS JOIN unit_record
LEFT JOIN turned ON turned.slot = reported.slot
GROUP BY reported.slot, reported.day`;
}

/** The first day of each shape that the organisation has in the quarters with figures. */
export function shapeDays(): Sql {
	return sql`SELECT shape, min(day) AS day FROM map_day GROUP BY shape ORDER BY shape`;
}
