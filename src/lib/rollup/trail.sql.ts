import { type Sql, sql } from '#lib/engine/sql.ts';
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
SELECT term, shape, unit, slot, value, false AS is_year_sum, CAST(NULL AS INTEGER) AS beside_slot
FROM counted
WHERE period = ${period}
UNION ALL
SELECT year_counted.term, year_counted.shape, year_counted.unit, year_counted.slot, year_counted.value,
	NOT year_answer.has_quarter AS is_year_sum, CAST(NULL AS INTEGER) AS beside_slot
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
	FROM period AS year
	JOIN period AS quarter ON quarter.slot // 4 = year.slot // 4 AND NOT quarter.is_year
	JOIN answer ON answer.period = quarter.period
	JOIN term ON term.term = answer.term AND term.over_time = 'sum'
	WHERE year.period = ${period} AND year.is_year AND answer.figure_slot IS NOT NULL
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

/**
 * The figures of a unit's branch in a table, cell by cell of the files: of which unit, through which unit directly
 * below they add up (absent for the unit's own), and what those below it add up to.
 */
export function figureCells(table: Sql, unit: number): Sql {
	return sql`
WITH held AS (
	SELECT * FROM ${table}
	WHERE EXISTS (
		FROM branch
		WHERE branch.shape = ${table}.shape AND branch.ancestor = ${unit} AND branch.descendant = ${table}.unit
	)
),
way AS (
	SELECT node.shape, branch.descendant AS unit, node.unit AS via
	FROM node JOIN branch ON branch.shape = node.shape AND branch.ancestor = node.unit
	WHERE node.parent = ${unit}
),
lower AS (
	SELECT held.term, held.unit, held.slot, held.is_year_sum, CAST(sum(figure.value) AS BIGINT) AS below
	FROM held
	JOIN below ON below.shape = held.shape AND below.ancestor = held.unit
	JOIN figure ON figure.term = held.term AND figure.unit = below.descendant
	WHERE held.beside_slot IS NULL OR figure.slot = held.beside_slot
	GROUP BY held.term, held.unit, held.slot, held.is_year_sum
)
SELECT held.term, held.unit, way.via, held.slot, source.span, source.sequence, held.value, lower.below,
	entry.file_row, entry.file_column, entry.value AS cell_value
FROM held
JOIN term USING (term)
JOIN source USING (unit, measure, slot, is_year_sum)
JOIN entry USING (unit, measure, slot, span, sequence)
LEFT JOIN way ON way.shape = held.shape AND way.unit = held.unit
LEFT JOIN lower USING (term, unit, slot, is_year_sum)
WHERE entry.state = ${STATE.figure}
ORDER BY held.term, held.unit, held.slot, held.is_year_sum, entry.file_row, entry.file_column`;
}

/** The units at and below a unit that owe figures in the period and have not given all, and whether they gave any. */
export function pendingUnits(period: number, unit: number): Sql {
	return sql`
SELECT duty.unit, duty.is_reported
FROM duty JOIN branch ON branch.shape = duty.shape AND branch.descendant = duty.unit
WHERE duty.period = ${period} AND duty.is_pending AND branch.ancestor = ${unit}
ORDER BY duty.unit`;
}

/** Each version's total of a unit in a period. */
export function versionTotals(period: number, unit: number): Sql {
	return sql`
SELECT indicator, numerator, denominator FROM total
WHERE period = ${period} AND unit = ${unit}
ORDER BY indicator`;
}
