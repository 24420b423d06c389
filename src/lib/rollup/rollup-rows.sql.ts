import { type Sql, sql } from '#lib/engine/sql.ts';

/** The rollup: a row for every unit that a period is shown for and every indicator, by unit, period, indicator. */
export function rollupRows(): Sql {
	return sql`
${unsortedRows()}
ORDER BY shown.unit, shown.period, indicator.indicator`;
}

/** The rollup as `rollupRows` gives it, in any order. */
export function unsortedRows(): Sql {
	return sql`
SELECT shown.unit, shown.period, indicator.indicator,
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
	basis.is_closed AS closed,
	remainder.numerator AS remainder_numerator,
	remainder.denominator AS remainder_denominator,
	unallocated.unit IS NOT NULL AS unallocated
FROM shown
CROSS JOIN indicator
JOIN basis ON basis.period = shown.period AND basis.indicator = indicator.indicator
LEFT JOIN total
	ON total.period = shown.period AND total.indicator = indicator.indicator AND total.unit = shown.unit
LEFT JOIN coverage
	ON coverage.period = shown.period AND coverage.indicator = indicator.indicator AND coverage.unit = shown.unit
LEFT JOIN pending_share
	ON pending_share.period = shown.period AND pending_share.indicator = indicator.indicator
		AND pending_share.unit = shown.unit
LEFT JOIN remainder
	ON remainder.period = shown.period AND remainder.indicator = indicator.indicator AND remainder.unit = shown.unit
LEFT JOIN unallocated
	ON unallocated.period = shown.period AND unallocated.indicator = indicator.indicator
		AND unallocated.unit = shown.unit
LEFT JOIN lag ON lag.period = shown.period AND lag.indicator = indicator.indicator AND lag.unit = shown.unit`;
}

/** The last quarter and the number of quarters of every output period, oldest first. */
export function outputPeriods(): Sql {
	return sql`SELECT slot, span FROM period ORDER BY period`;
}
