import { columnLetter } from '#lib/base/cell-address.ts';
import type { Answers } from '#lib/base/layout.ts';
import type { Template } from '#lib/catalogue/catalogue.ts';
import { textsOf, type Table, type TableColumn } from './find-table.ts';
import type { Grid } from './grid.ts';
import { headerKey } from './header-key.ts';
import type { ColumnRole } from './column-role.ts';
import { progressRole, type ProgressColumn, type ProgressRole } from './progress-columns.ts';

const ROWS_SEARCHED = 60;
const SAYING: readonly ProgressRole[] = ['plan', 'done', 'state', 'day'];

/**
 * The table of a sheet B8, known by its headers wherever they stand: a code, a unit, and two of plan, done, state and
 * day. `undefined` for every other sheet; the header is looked for in that row alone which the analyst names.
 */
export function findProgress(
	grid: Grid,
	templates: readonly Template[],
	{ header: named }: Answers = {}
): Table | undefined {
	const template = templates.find(({ layout }) => layout === 'progress');
	if (!template) return undefined;
	for (const [index, cells] of grid.rows.slice(0, ROWS_SEARCHED).entries()) {
		const header = index + 1;
		if (named !== undefined && Number(named) !== header) continue;
		const columns = columnsOf(textsOf(cells));
		if (!isProgress(columns)) continue;
		const titles = Array.from({ length: index }, (_, at) => at + 1);
		return { template, titles, top: header, header, end: grid.rows.length, columns };
	}
	return undefined;
}

/** The place of the first column of B8 that holds this, from 0; `undefined` where there is none. */
export function progressPlace(
	columns: readonly TableColumn[],
	part: ProgressColumn
): number | undefined {
	const column = columns.find(({ role }) => role.kind === 'progress' && role.part === part);
	return column && column.column - 1;
}

function columnsOf(texts: readonly string[]): TableColumn[] {
	const roles = texts.map((text) => (text === '' ? undefined : progressRole(text)));
	const settled = roles.map((role, at) => (isContent(roles, at) ? 'content' : role));
	return texts.map((text, at): TableColumn => {
		const column = { column: at + 1, name: text || columnLetter(at + 1), key: headerKey(text) };
		const role = settled[at];
		if (role === undefined || settled.indexOf(role) !== at)
			return { ...column, role: { kind: text === '' ? 'blank' : 'unknown' } };
		return { ...column, role: roleOf(role), by: 'exact' };
	});
}

/** "Chỉ tiêu" names what is to be done where another column says how much of it is planned. */
function isContent(roles: readonly ProgressRole[], at: number): boolean {
	return roles[at] === 'plan' && !roles.includes('content') && roles.lastIndexOf('plan') > at;
}

function roleOf(role: NonNullable<ProgressRole>): ColumnRole {
	if (isFrame(role)) return { kind: role };
	return { kind: 'progress', part: role };
}

function isFrame(role: NonNullable<ProgressRole>): role is Exclude<typeof role, ProgressColumn> {
	return ['index', 'unit', 'unit-code', 'period', 'notes'].includes(role);
}

function isProgress(columns: readonly TableColumn[]): boolean {
	const parts = columns.flatMap(({ role }) => (role.kind === 'progress' ? [role.part] : []));
	const hasUnit = columns.some(({ role }) => role.kind === 'unit' || role.kind === 'unit-code');
	return (
		hasUnit && parts.includes('code') && parts.filter((part) => SAYING.includes(part)).length >= 2
	);
}
