import { cellIssue } from './cell-issue.ts';
import type { Table } from './find-table.ts';
import { groupBy } from '#lib/base/group-by.ts';
import type { CellReading, Findings, RowReading } from './row-reading.ts';

/** Rows that speak of the same unit, and what to do about them. */
export interface Repeats extends Findings {
	/** Rows that say again what an earlier row says, or contradict it: they are not counted a second time. */
	repeated: Set<number>;
}

/** Finds rows that repeat an earlier row: told alike is a warning and one is kept, told differently is an error. */
export function settleRepeats(rows: readonly RowReading[], table: Table): Repeats {
	const column = table.columns.find(
		({ role }) => role.kind === 'unit' || role.kind === 'unit-code'
	);
	const firsts = new Map<string, RowReading>();
	const repeats: Repeats = { issues: [], repeated: new Set() };
	for (const row of rows) {
		if (!isPlaced(row)) continue;
		const key = keyOf(row, table);
		const first = firsts.get(key);
		if (!first) {
			firsts.set(key, row);
			continue;
		}
		repeats.repeated.add(row.row);
		const place = { row: row.row, column: column?.name, cell: row.label };
		const params = { first: String(first.row), again: String(row.row) };
		repeats.issues.push(
			saysTheSame(first, row)
				? cellIssue({ severity: 'warning', code: 'row-repeated', ...place, params })
				: cellIssue({ severity: 'error', code: 'row-contradicts', ...place, params })
		);
	}
	return repeats;
}

/** One warning where units have several rows (levels, terms) that are added up: a person may be in more than one. */
export function levelsAdded(rows: readonly RowReading[], repeated: ReadonlySet<number>): Findings {
	const several = unitsWithSeveralRows(rows, repeated);
	const row = several[0]?.[0]?.row;
	if (row === undefined) return { issues: [] };
	const params = { units: several.length };
	return { issues: [cellIssue({ severity: 'warning', code: 'levels-added', row, params })] };
}

/** Keeps out the other rows of a unit of which one row is kept out: a part of a sum is no figure. */
export function rejectSiblings(
	rows: readonly RowReading[],
	{ repeated, rejected }: { repeated: ReadonlySet<number>; rejected: ReadonlySet<number> }
): Findings {
	const issues = unitsWithSeveralRows(rows, repeated).flatMap((siblings) => {
		const out = siblings.find(({ row }) => rejected.has(row));
		if (!out) return [];
		return siblings
			.filter(({ row }) => !rejected.has(row))
			.map(({ row, label: cell }) => {
				const params = { sibling: String(out.row) };
				return cellIssue({ severity: 'error', code: 'sibling-rejected', row, cell, params });
			});
	});
	return { issues };
}

function unitsWithSeveralRows(
	rows: readonly RowReading[],
	repeated: ReadonlySet<number>
): RowReading[][] {
	const own = rows.filter((row) => isPlaced(row) && !repeated.has(row.row) && row.split !== '');
	const byUnit = groupBy(own, ({ unit, period }) => `${unit} ${period}`);
	return [...byUnit.values()].filter(({ length }) => length > 1);
}

function isPlaced({ unit, period }: RowReading): boolean {
	return unit !== undefined && period !== undefined;
}

/** In a tidy sheet a unit, period and level have one row; in a long one, a unit, period and measure. */
function keyOf({ unit, period, split, cells }: RowReading, { template }: Table): string {
	return `${unit} ${period} ${template ? split : (cells[0]?.measure ?? '')}`;
}

function saysTheSame(a: RowReading, b: RowReading): boolean {
	return a.cells.every((cell, at) => isSameReading(cell, b.cells[at]));
}

function isSameReading({ reading: a }: CellReading, other: CellReading | undefined): boolean {
	const b = other?.reading;
	if (a.state === 'figure') return b?.state === 'figure' && a.value === b.value;
	return a.state !== 'unreadable' && a.state === b?.state;
}
