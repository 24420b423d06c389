import type { Issue } from '#lib/base/issue.ts';
import type { Period } from '#lib/base/period.ts';
import { cellIssue } from './cell-issue.ts';
import { findTitlePeriod, readPeriodText } from './find-period.ts';
import type { Table, TableColumn } from './find-table.ts';
import { rowsOf } from './find-tables.ts';
import type { Grid } from './grid.ts';
import type { RowReading } from './row-reading.ts';
import { titleRemarks } from './title-remarks.ts';

/**
 * The period of the figures whose row and column name none: the analyst's word, else what the rows above the header
 * say, else the sheet's name, else the one period that headers name; with a warning where they differ. Without any, an
 * error, unless every figure has a period of its own.
 */
export function settlePeriod(
	grid: Grid,
	table: Table,
	given?: Period
): { period?: Period; issues: Issue[] } {
	const { titles, header, columns } = table;
	const title = findTitlePeriod(rowsOf(grid, titles));
	const period =
		given ?? title?.period ?? readPeriodText(grid.sheet ?? '') ?? onlyPeriodOf(columns);
	const periods = [period, title?.period].filter((each) => each !== undefined);
	const remarks = titleRemarks(grid, table, periods);
	if (period === undefined) {
		if (columns.some(({ role }) => role.kind === 'period') || haveOwnPeriods(columns)) {
			return { issues: remarks };
		}
		const missing = cellIssue({ severity: 'error', code: 'no-period', row: header });
		return { issues: [missing, ...remarks] };
	}
	const issues = title ? titleIssues(title, given) : [];
	return { period, issues: [...issues, ...remarks] };
}

/** The period that headers name, where they name one alone. */
function onlyPeriodOf(columns: readonly TableColumn[]): Period | undefined {
	const periods = new Set(columns.flatMap(({ period }) => period ?? []));
	return periods.size === 1 ? [...periods][0] : undefined;
}

function haveOwnPeriods(columns: readonly TableColumn[]): boolean {
	const counts = columns.filter(({ role }) => role.kind === 'measure');
	return counts.length > 0 && counts.every(({ period }) => period !== undefined);
}

/** The warning where rows name another period than the analyst did: the rows are believed. */
export function periodsBesideGiven(
	rows: readonly RowReading[],
	{ columns }: Table,
	given?: Period
): Issue[] {
	const column = columns.find(({ role }) => role.kind === 'period')?.name;
	const other = rows.find(({ period }) => period !== undefined && period !== given);
	if (given === undefined || column === undefined || !other?.period) return [];
	const params = { period: given, periodFound: other.period };
	const { row } = other;
	return [cellIssue({ severity: 'warning', code: 'period-column-differs', row, column, params })];
}

function titleIssues(
	{ period: found, row, other }: { period: Period; row: number; other?: Period },
	given?: Period
): Issue[] {
	if (given !== undefined) {
		const params = { period: given, periodFound: found };
		const differs = { severity: 'warning', code: 'period-title-differs', row } as const;
		return given === found ? [] : [cellIssue({ ...differs, params })];
	}
	const params = { period: found, periodOther: other ?? '' };
	const two = { severity: 'warning', code: 'title-names-two-periods', row } as const;
	return other === undefined ? [] : [cellIssue({ ...two, params })];
}
