import { type Sql, sql } from '#lib/engine/sql.ts';

/**
 * Table `counted`: the figures that add up to the totals. A unit's own figure counts only where none below it has one
 * for the same term and period (MODEL "Parent totals").
 */
export function countedFigures(): Sql {
	return sql`
WITH figure AS (
	SELECT period, term, shape, unit, figure_slot AS slot, value
	FROM answer
	WHERE figure_slot IS NOT NULL
),
overruled AS (
	SELECT DISTINCT figure.period, figure.term, figure.unit
	FROM figure
	JOIN below ON below.shape = figure.shape AND below.ancestor = figure.unit
	JOIN figure AS lower
		ON lower.period = figure.period AND lower.term = figure.term AND lower.unit = below.descendant
)
SELECT period, term, shape, unit, slot, value FROM figure ANTI JOIN overruled USING (period, term, unit)`;
}
