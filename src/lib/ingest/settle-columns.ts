import type { Issue } from '#lib/base/issue.ts';
import type { Answers } from '#lib/base/layout.ts';
import type { Measure, Template } from '#lib/catalogue/catalogue.ts';
import { askColumns } from './ask-columns.ts';
import { cellIssue } from './cell-issue.ts';
import { checkColumns } from './check-columns.ts';
import { withCompanions } from './companion-percents.ts';
import { columnValues } from './column-values.ts';
import type { Table, TableColumn } from './find-table.ts';
import type { Grid } from './grid.ts';
import type { Question } from './question.ts';

/** A table with the analyst's word on its columns, and what is still open about them. */
export interface SettledColumns {
	table: Table;
	questions: Question[];
	issues: Issue[];
}

/** Takes columns as the analyst says (`column:<measure>`), and asks for the measures that no column carries. */
export function settleColumns(
	found: Table,
	{ grid, answers }: { grid: Grid; answers: Answers }
): SettledColumns {
	if (found.rivals) return unclear(found, found.rivals);
	const table = withCompanions(answeredColumns(found, answers), grid);
	const absent = (table.template?.measures ?? []).filter(
		({ id }) => answers[`column:${id}`] === 'absent'
	);
	const zeros = table.zeros ?? [];
	return {
		table,
		questions: askColumns(table, { grid, settled: [...absent, ...zeros] }),
		issues: [
			...checkColumns(table, [...absent, ...zeros]),
			...zeros.map((measure) => takenAsZero(measure, table))
		]
	};
}

/** The table whose columns carry what the answers say, taken from whatever they were matched to. */
function answeredColumns(table: Table, answers: Answers): Table {
	const values = columnValues(table.columns);
	const said = new Map<TableColumn, TableColumn['role']>();
	const moved = new Set<string>();
	for (const measure of table.template?.measures ?? []) {
		const answer = answers[`column:${measure.id}`];
		if (answer === undefined) continue;
		const columns = table.columns.filter((column) => values.get(column) === answer);
		if (columns.length === 0 && answer !== 'absent' && answer !== 'zero') continue;
		moved.add(measure.id);
		for (const column of columns) said.set(column, { kind: 'measure', measure });
	}
	const unit = table.columns.find((column) => values.get(column) === answers['column:unit']);
	if (unit) said.set(unit, { kind: 'unit' });
	const zeros = (table.template?.measures ?? []).filter(
		({ id }) => answers[`column:${id}`] === 'zero'
	);
	return {
		...table,
		...(zeros.length > 0 && { zeros }),
		columns: table.columns.map((column): TableColumn => {
			const role = said.get(column);
			if (role) return { ...column, role, by: 'answer' };
			const isTaken =
				(column.role.kind === 'measure' && moved.has(column.role.measure.id)) ||
				(unit !== undefined && column.role.kind === 'unit');
			if (!isTaken) return column;
			const { by: _, ...rest } = column;
			return { ...rest, role: { kind: 'unknown' } };
		})
	};
}

/** The question of which template a table is; no column means anything before it is answered. */
function unclear(table: Table, rivals: readonly Template[]): SettledColumns {
	const { template, header: row } = table;
	const templates = [...(template ? [template] : []), ...rivals];
	const choices = templates.map(({ id, title }) => ({ value: id, label: `${id} · ${title.vi}` }));
	const params = { templates: templates.map(({ id }) => id).join(', ') };
	return {
		table,
		questions: [{ key: 'template', kind: 'template', params: {}, choices, required: true, row }],
		issues: [cellIssue({ severity: 'error', code: 'template-unclear', row, params })]
	};
}

function takenAsZero({ id, header }: Measure, table: Table): Issue {
	const params = { measure: id };
	const info = { severity: 'info', code: 'column-taken-as-zero' } as const;
	return cellIssue({ ...info, row: table.header, column: header, params });
}
