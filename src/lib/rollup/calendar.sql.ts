import { type Sql, sql } from '#lib/engine/sql.ts';

/**
 * Table `period`: every quarter with figures and every year with any, oldest first. `slot` is its last quarter,
 * `map_slot` the quarter on whose last day the organisation is looked at: a year's is the newest quarter reported in it.
 */
export function periods(): Sql {
	return sql`
WITH reported AS (
	SELECT DISTINCT slot FROM cell
),
reported_period AS (
	SELECT slot, slot AS map_slot, false AS is_year FROM reported
	UNION ALL
	SELECT slot // 4 * 4 + 3 AS slot, max(slot) AS map_slot, true AS is_year
	FROM reported
	GROUP BY slot // 4
)
SELECT CAST(row_number() OVER (ORDER BY slot, is_year) - 1 AS INTEGER) AS period, slot, map_slot, is_year
FROM reported_period`;
}

/**
 * Table `map_day`: the last day of every quarter with figures, and the number of the organisation's shape on it. Days
 * between which no unit begins or ends have one shape.
 */
export function mapDays(): Sql {
	return sql`
WITH reported AS (
	SELECT DISTINCT slot,
		slot // 4 || '-' || ['03-31', '06-30', '09-30', '12-31'][slot % 4 + 1] AS day
	FROM cell
)
SELECT slot, day,
	CAST(count(*) FILTER (valid_from <= day) + count(*) FILTER (valid_to < day) AS INTEGER) AS shape
FROM reported CROSS JOIN unit_record
GROUP BY slot, day`;
}
