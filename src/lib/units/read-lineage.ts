import { cleanText } from '#lib/base/fold.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { checkLineage, type ListedEvent } from './check-lineage.ts';
import type { LineageEvent, LineageKind } from './lineage.ts';
import { LINEAGE_COLUMNS, lineageKindOf } from './lineage-words.ts';
import { dataRows, findListHeader, type ListGrid, type ListHeader } from './list-header.ts';
import { readDate } from './read-date.ts';
import { readShare } from './read-share.ts';
import type { Unit } from './unit.ts';

type Field = keyof typeof LINEAGE_COLUMNS;

type Header = ListHeader<Field>;

const NEEDED: Field[] = ['date', 'kind', 'from', 'to'];
/** A unit that only moves or changes its level may keep its code: the list then need not say it twice. */
const KEEPS_CODE: readonly LineageKind[] = ['move', 'level'];

/** True for a grid that has the columns of a lineage list: day, kind of event, old and new unit. */
export function isLineageList(grid: ListGrid): boolean {
	const header = findHeader(grid);
	return header !== undefined && NEEDED.every((field) => header.columns[field] !== undefined);
}

/**
 * The events of a lineage list in its order, and everything found wrong with it beside the units. A row with an error is
 * left out; a list with any error should not be used. A list without rows is good: nothing has changed.
 */
export function readLineage(
	grid: ListGrid,
	units: readonly Unit[]
): { events: LineageEvent[]; issues: Issue[] } {
	const header = findHeader(grid);
	const missing = NEEDED.filter((field) => !header?.columns[field]);
	if (!header || missing.length > 0) return { events: [], issues: missing.map(missingColumn) };
	const read = dataRows(grid, header).map((place) => readRow(grid, header, place));
	const checked = checkLineage(
		read.flatMap(({ listed }) => (listed ? [listed] : [])),
		{ units, titleOf: (field) => header.columns[field]?.title ?? LINEAGE_COLUMNS[field] }
	);
	const issues = [...read.flatMap((row) => row.issues), ...checked.issues];
	return { events: checked.events, issues: issues.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}

function findHeader(grid: ListGrid): Header | undefined {
	return findListHeader(grid, LINEAGE_COLUMNS, ['kind', 'from']);
}

function missingColumn(field: Field): Issue {
	return {
		severity: 'error',
		code: 'lineage.missing-column',
		params: { column: LINEAGE_COLUMNS[field] }
	};
}

/** One row as an event; without one where a cell of it is wrong. */
function readRow(
	grid: ListGrid,
	header: Header,
	place: number
): { listed?: ListedEvent; issues: Issue[] } {
	const row = place + 1;
	const issues: Issue[] = [];
	const text = (field: Field): string =>
		cleanText(String(grid.rows[place]?.[header.columns[field]?.place ?? -1] ?? ''));
	const refuse = (field: Field, code: string): undefined => {
		const column = header.columns[field]?.title ?? LINEAGE_COLUMNS[field];
		const value = text(field);
		issues.push({ severity: 'error', code, row, column, ...(value && { value }) });
	};
	const date: IsoDate | undefined = readDate(text('date')) ?? refuse('date', 'lineage.bad-date');
	const kind = lineageKindOf(text('kind')) ?? refuse('kind', 'lineage.unknown-kind');
	const share = readShare(text('share'));
	if (text('share') !== '' && share === undefined) refuse('share', 'lineage.bad-share');
	if (text('from') === '') refuse('from', 'lineage.no-old-unit');
	const keepsCode = kind !== undefined && KEEPS_CODE.includes(kind);
	const to = text('to') || (keepsCode ? text('from') : '');
	if (to === '' && kind !== undefined && kind !== 'close') refuse('to', 'lineage.no-new-unit');
	if (date === undefined || kind === undefined || issues.length > 0) return { issues };
	const event: LineageEvent = {
		date,
		kind,
		from: text('from'),
		...(to && { to }),
		...(share && { share })
	};
	return { listed: { row, event }, issues };
}
