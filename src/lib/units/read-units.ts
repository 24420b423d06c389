import { cleanText, foldMarks } from '#lib/base/fold.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { checkUnits, type ListedUnit } from './check-units.ts';
import { dataRows, findListHeader, type ListGrid, type ListHeader } from './list-header.ts';
import { readDate } from './read-date.ts';
import type { Unit } from './unit.ts';
import { ALWAYS, UNIT_COLUMNS } from './unit-list-words.ts';

type Field = keyof typeof UNIT_COLUMNS;

type Header = ListHeader<Field>;

const NEEDED: Field[] = ['code', 'name', 'parent'];
const LEVELS = new Set(['tinh', 'huyen', 'xa']);

/** True for a grid that has the columns of a unit list: code, name and code of the parent. */
export function isUnitList(grid: ListGrid): boolean {
	const header = findHeader(grid);
	return header !== undefined && NEEDED.every((field) => header.columns[field] !== undefined);
}

/**
 * The units of a unit list in its order, and everything found wrong with it. A row with an error is left out; a list
 * with any error should not be used. An empty `hieu_luc_tu` means since ever, an empty `hieu_luc_den` until further
 * notice; one code may stand in several rows with disjoint validity.
 */
export function readUnits(grid: ListGrid): { units: Unit[]; issues: Issue[] } {
	const header = findHeader(grid);
	const missing = NEEDED.filter((field) => !header?.columns[field]);
	if (!header || missing.length > 0) return { units: [], issues: missing.map(missingColumn) };

	const read = dataRows(grid, header).map((place) => readRow(grid, header, place));
	const found = read.flatMap(({ issues }) => issues);
	if (read.length === 0) found.push({ severity: 'error', code: 'unit-list.empty' });

	const { units, issues } = checkUnits(
		read.flatMap(({ listed }) => (listed ? [listed] : [])),
		{
			codes: new Set(read.map(({ code }) => code)),
			parentColumn: header.columns.parent?.title ?? UNIT_COLUMNS.parent,
			codeColumn: header.columns.code?.title ?? UNIT_COLUMNS.code
		}
	);
	return { units, issues: [...found, ...issues].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}

function findHeader(grid: ListGrid): Header | undefined {
	return findListHeader(grid, UNIT_COLUMNS, ['code', 'name']);
}

function missingColumn(field: Field): Issue {
	return {
		severity: 'error',
		code: 'unit-list.missing-column',
		params: { column: UNIT_COLUMNS[field] }
	};
}

/** One row as a unit; without one where a cell of it is wrong. */
function readRow(
	grid: ListGrid,
	header: Header,
	place: number
): { code: string; listed?: ListedUnit; issues: Issue[] } {
	const row = place + 1;
	const issues: Issue[] = [];
	const text = (field: Field): string =>
		cleanText(String(grid.rows[place]?.[header.columns[field]?.place ?? -1] ?? ''));
	const report = (field: Field, fault: Pick<Issue, 'severity' | 'code'>): void => {
		const column = header.columns[field]?.title ?? UNIT_COLUMNS[field];
		issues.push({ ...fault, row, column, ...(text(field) && { value: text(field) }) });
	};
	const date = (field: Field): IsoDate | undefined => {
		if (text(field) === '') return undefined;
		const day = readDate(text(field));
		if (!day) report(field, { severity: 'error', code: 'unit-list.bad-date' });
		return day;
	};

	const [parent, validTo] = [text('parent'), date('validTo')];
	const unit: Unit = {
		code: text('code'),
		name: text('name'),
		kind: text('kind'),
		level: foldMarks(text('level')).replace(/^cap /, ''),
		...(parent && { parent }),
		validFrom: date('validFrom') ?? ALWAYS,
		...(validTo && { validTo })
	};
	if (unit.code === '') report('code', { severity: 'error', code: 'unit-list.no-code' });
	if (unit.name === '') report('name', { severity: 'error', code: 'unit-list.no-name' });
	if (validTo !== undefined && validTo < unit.validFrom)
		report('validTo', { severity: 'error', code: 'unit-list.ends-before-start' });
	if (unit.level !== '' && !LEVELS.has(unit.level))
		report('level', { severity: 'warning', code: 'unit-list.unknown-level' });

	const refused = issues.some(({ severity }) => severity === 'error');
	return { code: unit.code, ...(!refused && { listed: { row, unit } }), issues };
}
