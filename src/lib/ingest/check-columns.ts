import type { Issue } from '#lib/base/issue.ts';
import type { Measure, Template } from '#lib/catalogue/catalogue.ts';
import { cellIssue } from './cell-issue.ts';
import type { Table, TableColumn } from './find-table.ts';
import { repeatedMeasures } from './match-columns.ts';

/** What the analyst has to know of a table's columns: missing but for those settled, claimed twice, left aside. */
export function checkColumns(
	{ header, template, columns }: Table,
	settled: readonly Measure[]
): Issue[] {
	const issues = [
		...unitMissing(columns, header),
		...(template ? measuresMissing(template, columns, { row: header, settled }) : []),
		...claimedTwice(columns, header)
	];
	return [...issues, ...ignoredColumns(columns, header)];
}

/** True where the table's template is clear and it has the unit column and a count column: else no row says anything. */
export function canBeRead({ columns, rivals }: Table): boolean {
	if (rivals) return false;
	const kinds = new Set(columns.map(({ role }) => role.kind));
	return (
		(kinds.has('unit') || kinds.has('unit-code')) && (kinds.has('measure') || kinds.has('value'))
	);
}

/** The table without the columns that claim one measure together: neither can be trusted. */
export function withoutRepeated(table: Table): Table {
	const repeated = repeatedMeasures(table.columns);
	const columns = table.columns.map((each): TableColumn => {
		const { role } = each;
		return role.kind === 'measure' && repeated.includes(role.measure)
			? { ...each, role: { kind: 'unknown' } }
			: each;
	});
	return { ...table, columns };
}

function unitMissing(columns: readonly TableColumn[], row: number): Issue[] {
	if (columns.some(({ role }) => role.kind === 'unit' || role.kind === 'unit-code')) return [];
	const params = { missing: 'Đơn vị' };
	return [cellIssue({ severity: 'error', code: 'missing-column', row, column: 'Đơn vị', params })];
}

function measuresMissing(
	{ id, measures, percentages }: Template,
	columns: readonly TableColumn[],
	{ row, settled }: { row: number; settled: readonly Measure[] }
): Issue[] {
	const found = new Set(
		columns.flatMap(({ role }) => (role.kind === 'measure' ? [role.measure.id] : []))
	);
	if (found.size === 0) {
		const given = columns.find(({ role }) => role.kind === 'percent');
		const needed = percentages.flatMap(({ numerator, denominator }) => [
			...numerator,
			...denominator
		]);
		const counts = measures.filter((measure) => needed.includes(measure.id));
		const params = { template: id, counts: counts.map(({ header }) => header).join('; ') };
		const column = given?.name;
		return [cellIssue({ severity: 'error', code: 'only-percentages', row, column, params })];
	}
	return measures
		.filter((measure) => !found.has(measure.id) && !settled.includes(measure))
		.map(({ id: code, header, name, context }) => {
			const params = { missing: header, name: name.vi, measure: code, template: id };
			const issue = context
				? ({ severity: 'info', code: 'column-absent' } as const)
				: ({ severity: 'error', code: 'missing-column' } as const);
			return cellIssue({ ...issue, row, column: header, params });
		});
}

function claimedTwice(columns: readonly TableColumn[], row: number): Issue[] {
	return repeatedMeasures(columns).map((measure) => {
		const claims = columns.filter(
			({ role }) => role.kind === 'measure' && role.measure === measure
		);
		const names = claims.map(({ name, column }) => `${name} (${column})`).join('; ');
		const params = { measure: measure.id, columns: names };
		const column = claims.at(-1)?.name;
		return cellIssue({ severity: 'error', code: 'column-repeated', row, column, params });
	});
}

function ignoredColumns(columns: readonly TableColumn[], row: number): Issue[] {
	return columns
		.filter(({ role }) => role.kind === 'unknown' || role.kind === 'percent-companion')
		.map(({ name }) =>
			cellIssue({
				severity: 'info',
				code: 'column-ignored',
				row,
				column: name,
				params: { ignored: name }
			})
		);
}
