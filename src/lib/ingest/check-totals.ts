import type { Issue } from '#lib/base/issue.ts';
import type { Period } from '#lib/base/period.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { asParam, excerpt } from './cell-issue.ts';
import type { ComparedTotal } from './draft.ts';
import { groupBy } from '#lib/base/group-by.ts';
import { figureOf, type CellReading, type RowReading, type TotalReading } from './row-reading.ts';
import { sumFigures, unitsAbove, type Figure } from './sum-figures.ts';

/** So many totals are looked at for sums that were added twice. */
const MOST_TOTALS = 200;

/** What the comparison of sums needs to know. */
export interface SumContext {
	tree: UnitTree;
	/** Rows that are not counted a second time. */
	repeated: ReadonlySet<number>;
}

/** Compares every total row with the own sum of the rows that it covers: a difference is an error. */
export function checkTotals(
	totals: readonly TotalReading[],
	context: SumContext
): { issues: Issue[]; compared: ComparedTotal[] } {
	const sumsOf = new Map<string, Map<readonly RowReading[], Sums>>();
	const sum = (rows: readonly RowReading[], period: Period | undefined): Sums => {
		const ofPeriod = sumsOf.get(period ?? '') ?? new Map<readonly RowReading[], Sums>();
		const sums = ofPeriod.get(rows) ?? sumsIn(rows, { ...context, period });
		sumsOf.set(period ?? '', ofPeriod.set(rows, sums));
		return sums;
	};
	const chosen = totals.map(({ total, covers }) => {
		const candidates = covers.map((rows) => sum(rows, total.period));
		const filled = candidates.filter(({ count }) => count > 0);
		return { total, ...nearest(total, filled.length > 0 ? filled : candidates) };
	});
	return {
		compared: chosen.flatMap(({ compared }) => compared.map(({ cell: _, ...each }) => each)),
		issues: chosen.flatMap((each) => totalIssues(each, chosen))
	};
}

/** A total beside our own sums of the rows that it is taken to cover. */
interface ChosenTotal {
	total: RowReading;
	/** How many rows it covers. */
	count: number;
	compared: (ComparedTotal & { cell: CellReading })[];
}

function totalIssues(
	{ total, count, compared }: ChosenTotal,
	all: readonly ChosenTotal[]
): Issue[] {
	return compared
		.filter(({ expected, found }) => expected !== found)
		.map(({ cell, expected, found }) => {
			const issue = mismatch(
				{ code: 'total-mismatch', severity: 'error' },
				{ total, cell, expected }
			);
			const again = sumOfSubtotals(cell.measure, { count, all });
			if (again === 0n || found !== expected + again) return issue;
			return { ...issue, params: { ...issue.params, again: asParam(again) } };
		});
}

/** What the totals of fewer rows say of a measure together: a formula may have added them a second time. */
function sumOfSubtotals(
	measure: string,
	{ count, all }: { count: number; all: readonly ChosenTotal[] }
): bigint {
	if (all.length > MOST_TOTALS) return 0n;
	return all
		.filter((other) => other.count < count)
		.flatMap(({ compared }) => compared)
		.reduce((sum, other) => (other.measure === measure ? sum + other.found : sum), 0n);
}

/** The sums of some rows. */
interface Sums {
	/** How many rows. */
	count: number;
	sums: Record<string, bigint>;
	/** Measures of which a cell could not be read. */
	unknown: ReadonlySet<string>;
}

function sumsIn(
	rows: readonly RowReading[],
	{ tree, repeated, period }: SumContext & { period: Period | undefined }
): Sums {
	const own = rows.filter(
		(each) => !repeated.has(each.row) && (period === undefined || each.period === period)
	);
	const sums = sumFigures(figuresOf(own), tree);
	return { count: own.length, sums, unknown: unreadableMeasures(own) };
}

/** A total beside the sums that it agrees with most; the first of those that it agrees with alike. */
function nearest(total: RowReading, candidates: readonly Sums[]): Omit<ChosenTotal, 'total'> {
	const beside = candidates.map((sums) => {
		const compared = compare(total, sums);
		const differing = compared.filter(({ expected, found }) => expected !== found).length;
		return { count: sums.count, compared, differing };
	});
	const fewest = Math.min(...beside.map(({ differing }) => differing));
	return beside.find(({ differing }) => differing === fewest) ?? { count: 0, compared: [] };
}

function compare(
	{ row, label, cells }: RowReading,
	{ sums, unknown }: Sums
): ChosenTotal['compared'] {
	return cells.flatMap((cell) => {
		const { measure, reading } = cell;
		if (reading.state !== 'figure' || measure === '' || unknown.has(measure)) return [];
		return [{ row, label, measure, expected: sums[measure] ?? 0n, found: reading.value, cell }];
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
