import { type Sql, sql } from '#lib/engine/sql.ts';
import { partOf } from './hang.sql.ts';
import { rankedStatements } from './in-force.sql.ts';
import { SPAN, STATE } from './key-entries.ts';

/**
 * Table `entry` for several states of the submissions at once: version by version the indicator's entries of the table
 * `stated` up to the version's last submission, under measures of the version's own. The marker, a measure that nothing
 * counts, holds a figure in each quarter that the year was reported in.
 */
export function versionEntries({ measures, marker }: { measures: number; marker: number }): Sql {
	return sql`
SELECT stated.sequence, stated.unit,
	CAST(version.version * ${measures} + term_measure.place AS INTEGER) AS measure,
	stated.slot, stated.span, stated.state, stated.value, stated.file_row, stated.file_column
FROM stated
JOIN term_measure USING (measure)
JOIN version ON stated.sequence <= version.last
UNION ALL
SELECT 0, 0, ${marker}, slot, ${SPAN.quarter}, ${STATE.figure}, 0, 0, 0 FROM reported_slot`;
}

/** From which submission on, and up to which, each quarter of a year had anything in force; absent where it still has. */
export function reportedSpells({ first, last }: { first: number; last: number }): Sql {
	return sql`
${statementSpells()}
SELECT DISTINCT slot, since, until FROM spell
WHERE state > ${STATE.missing} AND slot BETWEEN ${first} AND ${last}
ORDER BY slot, since, until`;
}

/** From which submission on, and up to which, a year-end measure of the indicator had a figure of anyone in force. */
export function yearEndSpells(): Sql {
	return sql`
${statementSpells()}
SELECT DISTINCT slot, since, until FROM spell SEMI JOIN term_measure USING (measure)
WHERE state = ${STATE.figure} AND slot % 4 = 3 AND over_time = 'year'
ORDER BY slot, since, until`;
}

/** Opens a query with `spell`: how long each statement about a cell was the newest one. */
function statementSpells(): Sql {
	return sql`
${rankedStatements('stated')},
spell AS (
	SELECT measure, slot, over_time, sequence AS since, arg_max(state, rank) AS state,
		lead(sequence) OVER (PARTITION BY unit, measure, slot, is_year_sum ORDER BY sequence) AS until
	FROM ranked_statement
	GROUP BY unit, measure, slot, is_year_sum, over_time, sequence
)`;
}

/** The submissions that speak of the indicator's measures for a concerned unit, and whether for the quarters asked for. */
export function touchingSubmissions({ first, last }: { first: number; last: number }): Sql {
	return sql`
SELECT sequence, bool_or(slot BETWEEN ${first} AND ${last}) AS is_within
FROM stated
SEMI JOIN term_measure USING (measure)
SEMI JOIN concerned USING (unit)
GROUP BY sequence
ORDER BY sequence`;
}

/** How many entries speak of the indicator's measures. */
export function countTermEntries(): Sql {
	return sql`
SELECT CAST(count(*) AS INTEGER) AS entries FROM stated SEMI JOIN term_measure USING (measure)`;
}

/** Table `figure`: every figure that counts in the period, whether it was given for a whole year, and its map. */
export function countingFigures(period: number): Sql {
	return sql`
SELECT term, shape, unit, slot, value, false AS is_year_sum FROM counted
WHERE period = ${period}
UNION ALL
SELECT year_counted.term, year_counted.shape, year_counted.unit, year_counted.slot, year_counted.value,
	NOT year_answer.has_quarter AS is_year_sum
FROM year_counted JOIN year_answer USING (period, term, unit)
WHERE year_counted.period = ${period}`;
}

/**
 * Table `aside`: the figures of the period that were reported and do not count: those of units above others that
 * reported, and a year's beside its quarters. `beside_slot` is the quarter whose figures they stand beside, absent for all.
 */
export function asideFigures(period: number): Sql {
	return sql`
WITH said AS (
	SELECT term, shape, unit, figure_slot AS slot, value, false AS is_year_sum,
		CAST(NULL AS INTEGER) AS beside_slot
	FROM answer
	WHERE period = ${period} AND figure_slot IS NOT NULL
	UNION ALL
	SELECT term, shape, unit, slot, value, true AS is_year_sum, CAST(NULL AS INTEGER) AS beside_slot
	FROM year_cell
	WHERE period = ${period} AND state = ${STATE.figure}
	UNION ALL
	SELECT answer.term, answer.shape, answer.unit, answer.figure_slot AS slot, answer.value, false AS is_year_sum,
		answer.figure_slot AS beside_slot
	FROM period AS long
	JOIN period AS quarter
		ON quarter.span = ${SPAN.quarter} AND quarter.slot > long.slot - long.span AND quarter.slot <= long.slot
	JOIN answer ON answer.period = quarter.period
	JOIN term ON term.term = answer.term AND term.over_time = 'sum'
	WHERE long.period = ${period} AND long.span > ${SPAN.quarter} AND answer.figure_slot IS NOT NULL
)
SELECT said.term, said.shape, said.unit, said.slot, said.value, said.is_year_sum, said.beside_slot
FROM said ANTI JOIN figure USING (term, unit, slot, is_year_sum)`;
}

/** Table `source`: for each cell of the table `entry` the submission whose word holds, and for which span it spoke. */
export function cellSources(): Sql {
	return sql`
${rankedStatements('entry')}
SELECT unit, measure, slot, is_year_sum, arg_max(sequence, rank) AS sequence, arg_max(span, rank) AS span
FROM ranked_statement
GROUP BY unit, measure, slot, is_year_sum`;
}

/** Table `child`: the units directly below a unit, on the map of each figure. */
export function childrenByShape(unit: number): Sql {
	return sql`
SELECT shape, unit FROM node WHERE parent = ${unit}`;
}

/** Table `child` in a boundary mode: those of the table `target_child`, whatever the map of the figure. */
export function childrenOnTarget(): Sql {
	return sql`
SELECT map.shape, target_child.unit
FROM (SELECT DISTINCT shape FROM map_day) AS map CROSS JOIN target_child`;
}

/**
 * Table `held`: what of each figure counts at a unit, and through which unit directly below. Of a figure that is shared
 * out the parts are those that the total is the sum of, its measures taken one after the other; what comes through
 * nobody below, the unit's own or a remainder, has no `via`.
 */
export function heldFigures(unit: number): Sql {
	return sql`
WITH stacked AS (
	SELECT figure.*, CAST(sum(value) OVER (
		PARTITION BY term.is_denominator, shape, unit
		ORDER BY term, slot, is_year_sum
		ROWS UNBOUNDED PRECEDING
	) AS BIGINT) AS height
	FROM figure JOIN term USING (term)
),
through AS (
	SELECT stacked.term, stacked.shape, stacked.unit, stacked.slot, stacked.is_year_sum, child.unit AS via,
		CAST(sum(${partOfStacked()}) AS BIGINT) AS part
	FROM stacked
	JOIN hang ON hang.shape = stacked.shape AND hang.descendant = stacked.unit
	JOIN child ON child.shape = stacked.shape AND child.unit = hang.ancestor
	GROUP BY ALL
),
whole AS (
	SELECT stacked.term, stacked.shape, stacked.unit, stacked.slot, stacked.is_year_sum,
		bool_or(hang.is_remainder) AS is_remainder, CAST(sum(${partOfStacked()}) AS BIGINT) AS part
	FROM stacked
	JOIN hang ON hang.shape = stacked.shape AND hang.descendant = stacked.unit AND hang.ancestor = ${unit}
	GROUP BY ALL
),
rest AS (
	SELECT whole.term, whole.shape, whole.unit, whole.slot, whole.is_year_sum, whole.is_remainder,
		CAST(any_value(whole.part) - coalesce(sum(through.part), 0) AS BIGINT) AS part, count(through.part) AS ways
	FROM whole LEFT JOIN through USING (term, shape, unit, slot, is_year_sum)
	GROUP BY ALL
)
SELECT term, shape, unit, slot, is_year_sum, via, part, false AS is_remainder FROM through
UNION ALL
SELECT term, shape, unit, slot, is_year_sum, CAST(NULL AS INTEGER) AS via, part, is_remainder
FROM rest
WHERE ways = 0 OR part <> 0`;
}

function partOfStacked(): Sql {
	return sql`${partOf(sql`stacked.height`)} - ${partOf(sql`(stacked.height - stacked.value)`)}`;
}

/** The figures that count at a unit, cell by cell of the files: of which unit, and through which unit directly below. */
export function figureCells(): Sql {
	return sql`
SELECT held.term, held.unit, held.via, held.slot, source.span, source.sequence, held.part, held.is_remainder,
	entry.file_row, entry.file_column, entry.value
FROM held
${joinedCells()}
ORDER BY held.term, held.unit, held.slot, held.is_year_sum, held.via, entry.file_row, entry.file_column`;
}

/**
 * The figures set aside at a unit and below it, cell by cell of the files, with what the figures of the units below them
 * add up to.
 */
export function asideCells(unit: number): Sql {
	return sql`
WITH branched AS (
	SELECT DISTINCT shape, descendant AS unit FROM hang WHERE ancestor = ${unit}
),
held AS (
	SELECT aside.* FROM aside SEMI JOIN branched USING (shape, unit)
),
lower AS (
	SELECT held.term, held.unit, held.slot, held.is_year_sum, CAST(sum(figure.value) AS BIGINT) AS below
	FROM held
	JOIN below ON below.shape = held.shape AND below.ancestor = held.unit
	JOIN figure ON figure.term = held.term AND figure.unit = below.descendant
	WHERE held.beside_slot IS NULL OR figure.slot = held.beside_slot
	GROUP BY held.term, held.unit, held.slot, held.is_year_sum
)
SELECT held.term, held.unit, held.slot, source.span, source.sequence, held.value AS part, lower.below,
	entry.file_row, entry.file_column, entry.value
FROM held
${joinedCells()}
LEFT JOIN lower USING (term, unit, slot, is_year_sum)
ORDER BY held.term, held.unit, held.slot, held.is_year_sum, entry.file_row, entry.file_column`;
}

/** Joins the figures held with the cells of the files that say them. */
function joinedCells(): Sql {
	return sql`JOIN term USING (term)
JOIN source USING (unit, measure, slot, is_year_sum)
JOIN entry ON entry.unit = held.unit AND entry.measure = term.measure AND entry.slot = held.slot
	AND entry.span = source.span AND entry.sequence = source.sequence AND entry.state = ${STATE.figure}`;
}

/** The units at and below a unit that owe figures in the period and have not given all, and whether they gave any. */
export function pendingUnits(period: number, unit: number): Sql {
	return sql`
SELECT duty.unit, duty.is_reported
FROM duty JOIN hang ON hang.shape = duty.shape AND hang.descendant = duty.unit AND hang.is_first
WHERE duty.period = ${period} AND duty.is_pending AND hang.ancestor = ${unit}
ORDER BY duty.unit`;
}

/** Each version's total of a unit in a period. */
export function versionTotals(period: number, unit: number): Sql {
	return sql`
SELECT indicator, numerator, denominator FROM total
WHERE period = ${period} AND unit = ${unit}
ORDER BY indicator`;
}
