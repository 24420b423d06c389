import { type Sql, ident, sql } from '#lib/engine/sql.ts';

/** Table `node`: the units of each shape of the organisation, with their parents there. */
export function nodes(): Sql {
	return sql`
WITH shape_day AS (
	SELECT shape, min(day) AS day FROM map_day GROUP BY shape
),
present AS (
	SELECT shape, unit, min(record) AS record
	FROM shape_day JOIN unit_record ON valid_from <= day AND (valid_to IS NULL OR valid_to >= day)
	GROUP BY shape, unit
)
SELECT present.shape, present.unit, present.record, parent.unit AS parent
FROM present
JOIN unit_record USING (record)
LEFT JOIN present AS parent ON parent.shape = present.shape AND parent.unit = unit_record.parent`;
}

/** Table `branch`: every unit of a shape with itself and all units below it. */
export function branches(): Sql {
	return sql`
WITH RECURSIVE path AS (
	SELECT shape, unit AS ancestor, unit AS descendant FROM node
	UNION
	SELECT node.shape, node.parent AS ancestor, path.descendant
	FROM path JOIN node ON node.shape = path.shape AND node.unit = path.ancestor
	WHERE node.parent IS NOT NULL
)
SELECT shape, ancestor, descendant FROM path`;
}

/** So many units may stand one above the other where the engine knows no recursion. */
const DEEPEST = 8;

/** `branches`, step by step, for an engine without recursion; fails where more than `DEEPEST` stand above one another. */
export function branchesByStep(): Sql {
	const steps = Array.from({ length: DEEPEST - 1 }, (_, place) => place + 1);
	const node = (step: number): Sql => ident(`node_${step}`);
	const joins = steps.map(
		(step) => sql`
	LEFT JOIN node AS ${node(step)}
		ON ${node(step)}.shape = ${node(step - 1)}.shape AND ${node(step)}.unit = ${node(step - 1)}.parent`
	);
	const parents = steps.map((step) => sql` WHEN ${step} THEN ${node(step - 1)}.parent`);
	const joined = (pieces: readonly Sql[]): Sql => pieces.reduce((all, each) => sql`${all}${each}`);
	return sql`
SELECT shape, ancestor, descendant
FROM (
	SELECT node_0.shape, node_0.unit AS descendant,
		CASE step.number WHEN 0 THEN node_0.unit${joined(parents)}
			ELSE CASE WHEN ${node(DEEPEST - 1)}.parent IS NOT NULL
				THEN CAST(raise_error('a unit stands too deep') AS INTEGER) END
		END AS ancestor
	FROM node AS node_0${joined(joins)}
	CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8)) AS step(number)
) AS path
WHERE ancestor IS NOT NULL`;
}

/** Table `below`: every unit of a shape with all units below it. */
export function belows(): Sql {
	return sql`
SELECT shape, ancestor, descendant FROM branch WHERE ancestor <> descendant`;
}

/** Table `member`: the units of each shape that a selection by level or kind holds. */
export function members(): Sql {
	return sql`
SELECT shape, selection, unit FROM node JOIN selected USING (record)`;
}

/**
 * Table `reporter`: the units that owe figures, of those selected in a shape the ones without any other below them: the
 * leaves, or where the selection is of a higher level the units of that level.
 */
export function reporters(): Sql {
	return sql`
WITH superior AS (
	SELECT DISTINCT member.shape, member.selection, below.ancestor AS unit
	FROM member JOIN below ON below.shape = member.shape AND below.descendant = member.unit
)
SELECT shape, selection, unit FROM member ANTI JOIN superior USING (shape, selection, unit)`;
}
