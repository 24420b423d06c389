import { type Sql, sql } from '#lib/engine/sql.ts';

/** The rollup: a row for every unit of each period's organisation and every indicator, by unit, period, indicator. */
export function rollupRows(): Sql {
	return sql`
SELECT node.unit, period.period, indicator.indicator,
	total.numerator, total.denominator,
	coalesce(coverage.reported, 0) AS reported,
	coalesce(coverage.expected, 0) AS expected,
	coalesce(coverage.pending, 0) AS pending_units,
	coalesce(coverage.unknown, 0) AS pending_unknown,
	coalesce(coverage.last_denominator, 0) AS pending_last_denominator,
	coalesce(pending_share.numerator, 0) AS pending_numerator,
	coalesce(pending_share.denominator, 0) AS pending_denominator,
	total.slot AS as_of_slot,
	indicator.is_yearly,
	coalesce(lag.units, 0) AS stale,
	basis.is_closed AS closed
FROM period
JOIN map_day ON map_day.slot = period.map_slot
JOIN node USING (shape)
CROSS JOIN indicator
JOIN basis ON basis.period = period.period AND basis.indicator = indicator.indicator
LEFT JOIN total
	ON total.period = period.period AND total.indicator = indicator.indicator AND total.unit = node.unit
LEFT JOIN coverage
	ON coverage.period = period.period AND coverage.indicator = indicator.indicator AND coverage.unit = node.unit
LEFT JOIN pending_share
	ON pending_share.period = period.period AND pending_share.indicator = indicator.indicator
		AND pending_share.unit = node.unit
LEFT JOIN lag ON lag.period = period.period AND lag.indicator = indicator.indicator AND lag.unit = node.unit
ORDER BY node.unit, period.period, indicator.indicator`;
}

/** The last quarter and the kind of every output period, oldest first. */
export function outputPeriods(): Sql {
	return sql`SELECT slot, is_year FROM period ORDER BY period`;
}
