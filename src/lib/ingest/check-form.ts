import type { Issue } from '#lib/base/issue.ts';
import { lastQuarterOf, type Period } from '#lib/base/period.ts';
import type { Catalogue, Check, Template } from '#lib/catalogue/catalogue.ts';
import { asParam, cellIssue } from './cell-issue.ts';
import { checkPercentages } from './check-percentages.ts';
import { checkRows } from './check-rows.ts';
import type { CriteriaTable } from './find-criteria.ts';
import type { Table } from './find-table.ts';
import type { Grid } from './grid.ts';
import { partIssues } from './part-rows.ts';
import { cellAt, figureColumns, readCriterion } from './read-criteria.ts';
import { figureOf, hasFigures, type RowReading } from './row-reading.ts';

/** What checking a form's turned rows needs. */
export interface FormContext {
	found: CriteriaTable;
	table: Table;
	template: Template;
	catalogue: Catalogue;
}

/**
 * What the sums of a form's own rows find wrong, at the turned rows. A wrong group is told once: the balance is then
 * tried with the rows of the groups too, and told only where it fails both ways.
 */
export function checkFormSums(rows: readonly RowReading[], context: FormContext): Issue[] {
	const { form } = context.found;
	const failed = (checks: readonly Check[]): Issue[] =>
		checkRows(rows, {
			table: { ...context.table, template: { ...context.template, checks: [...checks] } },
			catalogue: context.catalogue
		}).issues;
	const sums = failed(form.checks);
	const byRows = failed(context.template.checks.filter((check) => isBalance(check, context)));
	const balance = failed([form.balance]).filter(
		({ row }) => !sums.some((sum) => sum.row === row) || byRows.some((each) => each.row === row)
	);
	return [...sums, ...balance];
}

/** The sheet's own template for the rest of the way, without the balance that the form states by its groups. */
export function withoutBalance(context: FormContext): Template {
	const { template } = context;
	return { ...template, checks: template.checks.filter((check) => !isBalance(check, context)) };
}

function isBalance({ left, comparator, over }: Check, { found }: FormContext): boolean {
	return comparator === '=' && !over && left.join() === found.form.balance.left.join();
}

/** What the rows of a form say beside its sums, at their cells: parts, unknown rows, percentages, the year before. */
export function checkFormRows(found: CriteriaTable, grid: Grid, period?: Period): Issue[] {
	const columns = figureColumns(found);
	return [
		...found.rows.flatMap((criterion) => {
			const row = readCriterion(criterion, { grid, columns });
			if (!hasFigures(row)) return [];
			if (criterion.partOf) {
				return partIssues(
					row,
					readCriterion(criterion.partOf, { grid, columns }),
					found.label.name
				);
			}
			if (criterion.id !== undefined) return [];
			const place = { row: criterion.row, column: found.label.name, cell: criterion.label };
			return [cellIssue({ severity: 'error', code: 'unknown-criterion', ...place })];
		}),
		...percentIssues(found, grid),
		...openingIssue(found, grid, period)
	];
}

/** The percentages of this period over the year before that are not what the two figures give. */
function percentIssues(found: CriteriaTable, grid: Grid): Issue[] {
	const { percent, current, yearBefore } = found;
	if (!percent || !yearBefore) return [];
	const rule = {
		header: percent.name,
		synonyms: [],
		numerator: [current.name],
		denominator: [yearBefore.name]
	};
	return checkPercentages(
		found.rows.map((criterion) => {
			const cell = cellAt(grid, criterion, percent);
			const row = readCriterion(criterion, { grid, columns: [current, yearBefore] });
			return { ...row, percentages: [{ name: percent.name, cell, percent: rule }] };
		})
	);
}

/** Where a period ends with the year, it began where the year before ended. */
function openingIssue(found: CriteriaTable, grid: Grid, period: Period | undefined): Issue[] {
	const { current, yearBefore, form } = found;
	const [first, last] = [form.groups[0], form.groups.at(-1)].map((group) =>
		found.rows.find(({ id }) => id === group?.id)
	);
	if (!yearBefore || !first || !last || !period || lastQuarterOf(period) !== 4) return [];
	const columns = [current, yearBefore];
	const opening = figureOf(readCriterion(first, { grid, columns }).cells, current.name);
	const closing = figureOf(readCriterion(last, { grid, columns }).cells, yearBefore.name);
	if (opening === undefined || closing === undefined || opening === closing) return [];
	const params = { opening: asParam(opening), closing: asParam(closing) };
	const place = { row: first.row, column: current.name, cell: cellAt(grid, first, current) };
	return [cellIssue({ severity: 'warning', code: 'opening-differs', ...place, params })];
}
