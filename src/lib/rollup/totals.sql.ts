import { type Sql, sql } from '#lib/engine/sql.ts';
import { partOf } from './hang.sql.ts';
import { SPAN } from './key-entries.ts';

/** Table `own`: what each unit itself adds to an indicator in a period, and the newest quarter that it comes from. */
export function ownFigures(): Sql {
	return sql`
WITH figure AS (
	SELECT period, term, shape, unit, slot, value FROM counted
	UNION ALL
	SELECT period, term, shape, unit, slot, value FROM year_counted
)
SELECT figure.period, term.indicator, figure.shape, figure.unit, max(figure.slot) AS slot,
	CAST(sum(figure.value) FILTER (WHERE NOT term.is_denominator) AS BIGINT) AS numerator,
	CAST(sum(figure.value) FILTER (WHERE term.is_denominator) AS BIGINT) AS denominator
FROM figure JOIN term USING (term)
GROUP BY figure.period, term.indicator, figure.shape, figure.unit`;
}

/** Table `total`: Σ over each unit and all below it; numerator or denominator absent where nobody gave a figure for it. */
export function totals(): Sql {
	return sql`
SELECT own.period, own.indicator, hang.ancestor AS unit, max(own.slot) AS slot,
	CAST(sum(${partOf(sql`own.numerator`)}) AS BIGINT) AS numerator,
	CAST(sum(${partOf(sql`own.denominator`)}) AS BIGINT) AS denominator
FROM own JOIN hang ON hang.shape = own.shape AND hang.descendant = own.unit
GROUP BY own.period, own.indicator, hang.ancestor`;
}

/** Table `remainder`: what of its total stands at a unit itself because nobody can say to which unit below it belongs. */
export function remainders(): Sql {
	return sql`
SELECT own.period, own.indicator, hang.ancestor AS unit,
	CAST(sum(${partOf(sql`own.numerator`)}) AS BIGINT) AS numerator,
	CAST(sum(${partOf(sql`own.denominator`)}) AS BIGINT) AS denominator
FROM own JOIN hang ON hang.shape = own.shape AND hang.descendant = own.unit
WHERE hang.is_remainder
GROUP BY own.period, own.indicator, hang.ancestor`;
}

/** Table `unallocated`: the units that figures, or the duty to give them, may belong to, though they stand above them. */
export function unallocatedUnits(): Sql {
	return sql`
SELECT own.period, own.indicator, claim.unit
FROM own JOIN claim ON claim.shape = own.shape AND claim.descendant = own.unit
UNION
SELECT duty.period, duty.indicator, claim.unit
FROM duty JOIN claim ON claim.shape = duty.shape AND claim.descendant = duty.unit`;
}

/** Table `lag`: how many units at and below each unit have no figure as new as the newest of its total. */
export function lags(): Sql {
	return sql`
WITH newest AS (
	SELECT own.period, own.indicator, own.unit, max(own.slot) AS slot
	FROM own JOIN period USING (period)
	WHERE period.span > ${SPAN.quarter}
	GROUP BY own.period, own.indicator, own.unit
),
age AS (
	SELECT newest.period, newest.indicator, hang.ancestor AS unit, newest.slot, count(*) AS units
	FROM newest
	JOIN basis USING (period, indicator)
	JOIN hang ON hang.shape = basis.shape AND hang.descendant = newest.unit AND hang.is_first
	GROUP BY newest.period, newest.indicator, hang.ancestor, newest.slot
)
SELECT age.period, age.indicator, age.unit, CAST(sum(age.units) AS INTEGER) AS units
FROM age JOIN total USING (period, indicator, unit)
WHERE age.slot < total.slot
GROUP BY age.period, age.indicator, age.unit`;
}
