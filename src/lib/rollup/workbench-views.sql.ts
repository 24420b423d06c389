import { type Sql, sql } from '#lib/engine/sql.ts';
import { SPAN, STATE } from './key-entries.ts';

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

/**
 * Rows for the table `source_figure`: of the entries that end in a year those that hold, by the rule of table `cell`
 * (MODEL "Submissions"): the newest submission's word, a figure before what is missing, a shorter period before a longer
 * one. Years are settled one by one: all at once would take more memory than there is.
 */
export function figuresInForce(year: number): Sql {
	return sql`
WITH placed AS (
	SELECT entry.*, slot, over_time = 'sum' AND span = ${SPAN.year} AS is_year_sum,
		(CAST(sequence AS BIGINT) * 16
			+ CASE WHEN state > ${STATE.missing} THEN 8 ELSE 0 END + ${SPAN.year} - span) * 4 + state AS rank
	FROM source_entry AS entry
	JOIN source_period AS period ON period.place = entry.period
	JOIN source_measure AS measure ON measure.place = entry.measure
	WHERE year = ${year}
),
ranked AS (
	SELECT *, max(rank) OVER (PARTITION BY unit, measure, slot, is_year_sum) AS greatest
	FROM placed
)
SELECT unit, period, measure, state, value, "row", "column", submission
FROM ranked
WHERE rank = greatest AND state > ${STATE.missing}
ORDER BY unit, period`;
}

/** The years that there are periods of. */
export function knownYears(): Sql {
	return sql`SELECT DISTINCT year FROM source_period ORDER BY year`;
}

/** Table `source_place`: how each unit was called, and under whom it stood, at the end of each period, and which period that is. */
export function placesInPeriods(): Sql {
	return sql`
WITH known AS (
	SELECT unit, period FROM source_total
	UNION
	SELECT unit, period FROM source_figure
),
dated AS (
	SELECT known.unit, known.period, code.unit AS code, period.period AS period_name, kind AS period_kind, year,
		year || ['-03-31', '-06-30', '-09-30', '-12-31'][slot % 4 + 1] AS day
	FROM known
	JOIN source_code AS code ON code.place = known.unit
	JOIN source_period AS period ON period.place = known.period
)
SELECT dated.unit, dated.period, any_value(dated.code) AS code, any_value(period_name) AS period_name,
	any_value(period_kind) AS period_kind, any_value(year) AS year,
	arg_max(struct_pack(name, kind, level, parent),
		(valid_from <= day AND (valid_to IS NULL OR valid_to >= day), valid_from)) AS named
FROM dated LEFT JOIN source_unit ON source_unit.unit = dated.code
GROUP BY dated.unit, dated.period`;
}

function valuesView(): Sql {
	return sql`
SELECT place.code AS unit, place.named.name AS unit_name, place.period_name AS period, place.period_kind, place.year,
	measure.template, measure.measure, measure.name AS measure_name,
	CASE WHEN figure.state = ${STATE.figure} THEN figure.value END AS value,
	CASE WHEN figure.state = ${STATE.figure} THEN 'figure' ELSE 'not-applicable' END AS state,
	submission.file, submission.sheet, ${lettersOf()} || figure."row" AS cell, submission.submission
FROM source_figure AS figure
JOIN source_place AS place ON place.unit = figure.unit AND place.period = figure.period
JOIN source_measure AS measure ON measure.place = figure.measure
JOIN source_submission AS submission ON submission.place = figure.submission`;
}

/** The letters of a column by its number, from 1 to 18 278 (ZZZ); nothing for 0. */
function lettersOf(): Sql {
	return sql`CASE WHEN figure."column" > 702 THEN chr(CAST(65 + (figure."column" - 703) // 676 % 26 AS INTEGER)) ELSE '' END
		|| CASE WHEN figure."column" > 26 THEN chr(CAST(65 + (figure."column" - 27) // 26 % 26 AS INTEGER)) ELSE '' END
		|| CASE WHEN figure."column" > 0 THEN chr(CAST(65 + (figure."column" - 1) % 26 AS INTEGER)) END`;
}

function totalsView(): Sql {
	return sql`
SELECT place.code AS unit, place.named.name AS unit_name, place.named.kind AS unit_kind,
	place.named.level AS unit_level, place.named.parent AS parent,
	place.period_name AS period, place.period_kind, place.year, indicator.indicator, indicator.name AS indicator_name,
	CAST(total.numerator AS BIGINT) AS numerator, CAST(total.denominator AS BIGINT) AS denominator,
	100 * CAST(total.numerator AS BIGINT) / NULLIF(total.denominator, 0) AS percent,
	CAST(total.reported AS INTEGER) AS reported, CAST(total.expected AS INTEGER) AS expected,
	newest.period AS as_of, total.closed AS is_closed
FROM source_total AS total
JOIN source_place AS place ON place.unit = total.unit AND place.period = total.period
JOIN source_row_name AS row_name ON row_name.place = total.row_name
JOIN source_indicator AS indicator ON indicator.place = row_name.indicator
LEFT JOIN source_period AS newest ON newest.place = total.as_of`;
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
