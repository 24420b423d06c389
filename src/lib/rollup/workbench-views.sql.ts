import { ident, type Sql, sql } from '#lib/engine/sql.ts';
import { SPAN } from './key-entries.ts';

/** What the analyst may ask, by name: data/workbench/views.json says what each column means. */
export const WORKBENCH_VIEWS: Record<string, () => Sql> = {
	values: valuesView,
	totals: totalsView,
	units: unitsView,
	submissions: submissionsView,
	issues: issuesView,
	indicators: indicatorsView,
	targets: targetsView
};

/** Puts the rows under a name, worked out anew whenever they are asked for. */
export function createView(name: string, rows: Sql): Sql {
	return sql`CREATE OR REPLACE VIEW ${ident(name)} AS ${rows}`;
}

/**
 * Table `source_figure`: of the entries those that hold, by the rule of table `cell` (MODEL "Submissions"): the newest
 * submission's word, a figure before what is missing, a shorter period before a longer one.
 */
export function figuresInForce(): Sql {
	return sql`
WITH placed AS (
	SELECT entry.submission, entry.unit, entry.period, entry.measure, entry.state, entry.value, entry.letters, entry.row,
		period.slot, over_time = 'sum' AND span = ${SPAN.year} AS is_year_sum,
		(CAST(entry.sequence AS BIGINT) * 16 + CASE WHEN state = 'missing' THEN 0 ELSE 8 END + ${SPAN.year} - span) * 4
			+ CASE state WHEN 'figure' THEN 2 WHEN 'not-applicable' THEN 1 ELSE 0 END AS rank
	FROM source_entry AS entry
	JOIN source_period AS period USING (period)
	JOIN source_measure AS measure USING (measure)
),
ranked AS (
	SELECT *, max(rank) OVER (PARTITION BY unit, measure, slot, is_year_sum) AS greatest
	FROM placed
)
SELECT submission, unit, period, measure, state,
	CASE WHEN state = 'figure' THEN value END AS value, letters, row
FROM ranked
WHERE rank = greatest AND state <> 'missing'`;
}

/** Table `source_place`: how each unit was called, and under whom it stood, at the end of each period. */
export function placesInPeriods(): Sql {
	return sql`
WITH known AS (
	SELECT unit, period FROM source_total
	UNION
	SELECT unit, period FROM source_figure
),
dated AS (
	SELECT unit, period, year || ['-03-31', '-06-30', '-09-30', '-12-31'][slot % 4 + 1] AS day
	FROM known JOIN source_period USING (period)
)
SELECT dated.unit, dated.period,
	arg_max(struct_pack(name, kind, level, parent),
		(valid_from <= day AND (valid_to IS NULL OR valid_to >= day), valid_from)) AS place
FROM dated JOIN source_unit USING (unit)
GROUP BY dated.unit, dated.period`;
}

/** The periods that there are totals for. */
export function totalledPeriods(): Sql {
	return sql`SELECT DISTINCT period FROM source_total ORDER BY period`;
}

function valuesView(): Sql {
	return sql`
SELECT figure.unit, place.place.name AS unit_name, figure.period, period.kind AS period_kind, period.year,
	measure.template, figure.measure, measure.name AS measure_name,
	figure.value, figure.state, submission.file, submission.sheet,
	figure.letters || figure.row AS cell, figure.submission
FROM source_figure AS figure
JOIN source_period AS period USING (period)
JOIN source_measure AS measure USING (measure)
JOIN source_submission AS submission USING (submission)
LEFT JOIN source_place AS place ON place.unit = figure.unit AND place.period = figure.period`;
}

function totalsView(): Sql {
	return sql`
SELECT total.unit, place.place.name AS unit_name, place.place.kind AS unit_kind, place.place.level AS unit_level,
	place.place.parent AS parent, total.period, period.kind AS period_kind, period.year,
	total.indicator, indicator.name AS indicator_name,
	CAST(total.numerator AS BIGINT) AS numerator, CAST(total.denominator AS BIGINT) AS denominator,
	100 * CAST(total.numerator AS BIGINT) / NULLIF(total.denominator, 0) AS percent,
	CAST(total.reported AS INTEGER) AS reported, CAST(total.expected AS INTEGER) AS expected,
	total.as_of, total.closed AS is_closed
FROM source_total AS total
JOIN source_period AS period USING (period)
JOIN source_indicator AS indicator USING (indicator)
LEFT JOIN source_place AS place ON place.unit = total.unit AND place.period = total.period`;
}

function unitsView(): Sql {
	return sql`
SELECT unit, name, kind, level, parent, CAST(valid_from AS DATE) AS valid_from, CAST(valid_to AS DATE) AS valid_to
FROM source_unit`;
}

function submissionsView(): Sql {
	return sql`
SELECT submission, file, sheet, template, periods, CAST(committed_at AS TIMESTAMP) + INTERVAL 7 HOUR AS committed_at,
	CAST(received AS DATE) AS received, state, rows_read, rows_accepted, rows_rejected, figures, note, sha256
FROM source_submission`;
}

function issuesView(): Sql {
	return sql`
SELECT issue.submission, submission.file, submission.sheet, issue.severity, issue.code, issue.row AS sheet_row,
	issue.column_name, issue.value, issue.message, issue.message_en, issue.reason
FROM source_issue AS issue
JOIN source_submission AS submission USING (submission)`;
}

function indicatorsView(): Sql {
	return sql`
SELECT indicator, name, name_en, counted, kind, numerator, denominator FROM source_indicator`;
}

function targetsView(): Sql {
	return sql`
SELECT target, indicator, document, section, kind, comparator, CAST(value AS DECIMAL(18, 4)) AS value,
	CAST(max AS DECIMAL(18, 4)) AS max, CAST(from_year AS INTEGER) AS from_year, CAST(to_year AS INTEGER) AS to_year,
	CAST(due AS DATE) AS due, unit, quote
FROM source_target`;
}
