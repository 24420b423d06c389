import { type Sql, sql } from '#lib/engine/sql.ts';

/**
 * Table `hang`: at which units the figures of a unit of a shape count: at itself and at all above it. `rehang` gives the
 * same table for the map of another day: there a figure v counts at `ancestor` with ⌊v · upper ÷ scale⌋ −
 * ⌊v · lower ÷ scale⌋; of several such parts at one ancestor one is the first, for whoever counts units.
 */
export function hangs(): Sql {
	return sql`
SELECT shape, descendant, ancestor, CAST(0 AS BIGINT) AS lower, CAST(1 AS BIGINT) AS upper,
	CAST(1 AS BIGINT) AS scale, true AS is_first, false AS is_remainder
FROM branch`;
}

/** Table `claim`: to which other units the figures of a unit of a shape may belong; to none on its own map. */
export function claims(): Sql {
	return sql`
SELECT shape, descendant, ancestor AS unit FROM branch WHERE false`;
}

/** Table `shown`: the units that each period is shown for: those of its own map. */
export function shownUnits(): Sql {
	return sql`
SELECT period.period, node.unit
FROM period
JOIN map_day ON map_day.slot = period.map_slot
JOIN node USING (shape)`;
}

/** The part of a figure that counts at the ancestor of a row of `hang`. */
export function partOf(figure: Sql): Sql {
	return sql`CASE WHEN hang.scale = 1 THEN ${figure} ELSE CAST(
		(CAST(${figure} AS HUGEINT) * hang.upper) // hang.scale
			- (CAST(${figure} AS HUGEINT) * hang.lower) // hang.scale AS BIGINT) END`;
}
