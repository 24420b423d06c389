import type { Issue } from '#lib/base/issue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { asParam, excerpt } from './cell-issue.ts';
import { groupBy } from '#lib/base/group-by.ts';
import { figureOf, type CellReading, type RowReading, type TotalReading } from './row-reading.ts';
import { sumFigures, unitsAbove, type Figure } from './sum-figures.ts';

/** What the comparison of sums needs to know. */
export interface SumContext {
	tree: UnitTree;
	/** Rows that are not counted a second time. */
	repeated: ReadonlySet<number>;
}

/** Compares every total row with the own sum of the rows that it covers: a difference is an error. */
export function checkTotals(totals: readonly TotalReading[], context: SumContext): Issue[] {
	return totals.flatMap(({ total, covers }) => {
		const rows = covers.filter(
			({ row, period }) =>
				!context.repeated.has(row) && (total.period === undefined || period === total.period)
		);
		const sums = sumFigures(figuresOf(rows), context.tree);
		const unknown = unreadableMeasures(rows);
		return total.cells.flatMap((cell) => {
			const { measure, reading } = cell;
			if (reading.state !== 'figure' || measure === '' || unknown.has(measure)) return [];
			const expected = sums[measure] ?? 0n;
			if (expected === reading.value) return [];
			return [mismatch({ code: 'total-mismatch', severity: 'error' }, { total, cell, expected })];
		});
	});
}

/** Compares the own figures of a unit with the sum of the units below it that the sheet lists: a warning a row. */
export function checkParents(rows: readonly RowReading[], context: SumContext): Issue[] {
	const counted = rows.filter(
		({ row, unit, period }) => unit && period && !context.repeated.has(row)
	);
	const above = unitsAbove(counted, context.tree);
	const families = groupBy(
		counted.flatMap((row) =>
			above(row.unit ?? '', row.period ?? '').map((parent) => ({ parent, row }))
		),
		({ parent, row }) => keyOf(parent, row.period)
	);
	return counted.flatMap((total) => {
		const family = families.get(keyOf(total.unit, total.period)) ?? [];
		const below = family.map(({ row }) => row);
		if (below.length === 0) return [];
		const sums = sumFigures(figuresOf(below), context.tree);
		return parentIssue(total, { sums, unknown: unreadableMeasures(below) });
	});
}

function keyOf(unit: string | undefined, period: string | undefined): string {
	return `${unit} ${period}`;
}

function parentIssue(
	total: RowReading,
	{ sums, unknown }: { sums: Record<string, bigint>; unknown: ReadonlySet<string> }
): Issue[] {
	const differing = total.cells.filter(({ measure }) => {
		const own = figureOf(total.cells, measure);
		const sum = sums[measure];
		return own !== undefined && sum !== undefined && own !== sum && !unknown.has(measure);
	});
	const [cell] = differing;
	if (!cell) return [];
	const expected = sums[cell.measure] ?? 0n;
	const issue = mismatch(
		{ code: 'parent-differs', severity: 'warning' },
		{ total, cell, expected }
	);
	return [{ ...issue, params: { ...issue.params, columns: differing.length } }];
}

function mismatch(
	kind: { code: string; severity: 'error' | 'warning' },
	{ total, cell, expected }: { total: RowReading; cell: CellReading; expected: bigint }
): Issue {
	const { name: column, measure, reading } = cell;
	const found = asParam(reading.state === 'figure' ? reading.value : 0n);
	const params = { label: total.label, column, measure, expected: asParam(expected), found };
	const value = excerpt(String(cell.cell));
	return { ...kind, row: total.row, column, value, params };
}

function figuresOf(rows: readonly RowReading[]): Figure[] {
	return rows.flatMap(({ unit, period, cells }) =>
		cells.flatMap(({ measure, reading }) =>
			reading.state === 'figure' ? [{ unit, period, measure, value: reading.value }] : []
		)
	);
}

/** Measures of which a cell could not be read, so that no sum of them is known. */
function unreadableMeasures(rows: readonly RowReading[]): Set<string> {
	const cells = rows.flatMap((row) => row.cells);
	return new Set(
		cells.flatMap(({ measure, reading }) => (reading.state === 'unreadable' ? [measure] : []))
	);
}
