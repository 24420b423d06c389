import { type Sql, sql } from '#lib/engine/sql.ts';

/** Table `own`: what each unit itself adds to an indicator in a period, and the newest quarter that it comes from. */
export function ownFigures(): Sql {
	return sql`
WITH figure AS (
	SELECT period, term, shape, unit, slot, value FROM counted
	UNION ALL
	SELECT period, term, shape, unit, slot, value FROM year_counted
)
SELECT figure.period, term.indicator, figure.shape, figure.unit, max(figure.slot) AS slot,
	CAST(sum(figure.value) FILTER (NOT term.is_denominator) AS BIGINT) AS numerator,
	CAST(sum(figure.value) FILTER (term.is_denominator) AS BIGINT) AS denominator
FROM figure JOIN term USING (term)
GROUP BY figure.period, term.indicator, figure.shape, figure.unit`;
}

/** Table `total`: Σ over each unit and all below it; numerator or denominator absent where nobody gave a figure for it. */
export function totals(): Sql {
	return sql`
SELECT own.period, own.indicator, branch.ancestor AS unit, max(own.slot) AS slot,
	CAST(sum(own.numerator) AS BIGINT) AS numerator,
	CAST(sum(own.denominator) AS BIGINT) AS denominator
FROM own JOIN branch ON branch.shape = own.shape AND branch.descendant = own.unit
GROUP BY own.period, own.indicator, branch.ancestor`;
}

/** Table `lag`: how many units at and below each unit have no figure as new as the newest of its total. */
export function lags(): Sql {
	return sql`
WITH newest AS (
	SELECT own.period, own.indicator, own.unit, max(own.slot) AS slot
	FROM own JOIN period USING (period)
	WHERE period.is_year
	GROUP BY own.period, own.indicator, own.unit
),
age AS (
	SELECT newest.period, newest.indicator, branch.ancestor AS unit, newest.slot, count(*) AS units
	FROM newest
	JOIN basis USING (period, indicator)
	JOIN branch ON branch.shape = basis.shape AND branch.descendant = newest.unit
	GROUP BY newest.period, newest.indicator, branch.ancestor, newest.slot
)
SELECT age.period, age.indicator, age.unit, CAST(sum(age.units) AS INTEGER) AS units
FROM age JOIN total USING (period, indicator, unit)
WHERE age.slot < total.slot
GROUP BY age.period, age.indicator, age.unit`;
}
