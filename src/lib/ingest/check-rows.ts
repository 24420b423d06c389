import type { Issue } from '#lib/base/issue.ts';
import { lastQuarterOf, type Period } from '#lib/base/period.ts';
import type { Catalogue, Check, Measure } from '#lib/catalogue/catalogue.ts';
import { groupBy } from '#lib/base/group-by.ts';
import { asParam, cellIssue } from './cell-issue.ts';
import type { Table } from './find-table.ts';
import type { CellReading, Findings, RowReading } from './row-reading.ts';

/** Figures that are checked together: a row of a tidy sheet, or all of a unit's and period's. */
interface CheckedFigures {
	period?: Period;
	cells: ReadonlyMap<string, PlacedCell>;
}

/** A cell, the row it stands in, and what a message calls it. */
interface PlacedCell extends CellReading {
	row: number;
	label: string;
}

/** Runs the catalogue's checks on every row, or in the long layout on the rows of one unit and period together. */
export function checkRows(
	rows: readonly RowReading[],
	{ table, catalogue }: { table: Table; catalogue: Catalogue }
): Findings {
	const templates = table.template ? [table.template] : catalogue.templates;
	const measures = measuresById(catalogue);
	const checks = templates.flatMap((template) => template.checks);
	const records = table.template ? rows.map((row) => recordOf([row])) : recordsByUnit(rows);
	const failures = records.flatMap((record) => failedChecks(record, { checks, measures }));
	const grave = failures.filter(({ issue }) => issue.severity === 'error');
	return {
		issues: failures.map(({ issue }) => issue),
		rejected: grave.flatMap(({ rows: failed }) => failed)
	};
}

/** Every measure of the catalogue by its id. */
export function measuresById({ templates }: Catalogue): Map<string, Measure> {
	return new Map(
		templates.flatMap(({ measures }) =>
			measures.map((measure): [string, Measure] => [measure.id, measure])
		)
	);
}

/** The checks that the figures fail, with the rows of the figures concerned; a check with an absent figure is skipped. */
function failedChecks(
	{ period, cells }: CheckedFigures,
	{ checks, measures }: { checks: readonly Check[]; measures: ReadonlyMap<string, Measure> }
): { issue: Issue; rows: number[] }[] {
	return checks.flatMap((check) => {
		const left = sumSide(check.left, cells);
		const right = sumSide(check.right, cells);
		if (!left || !right || mixesYearEnd(check, { period, measures })) return [];
		const holds = check.comparator === '=' ? left.sum === right.sum : left.sum <= right.sum;
		if (holds) return [];
		const { row, name: column, cell } = left.first;
		const params = {
			left: left.words,
			leftSum: asParam(left.sum),
			right: right.words,
			rightSum: asParam(right.sum)
		};
		const code = check.comparator === '=' ? 'sums-differ' : 'part-over-whole';
		const { severity } = check;
		return [
			{
				issue: cellIssue({ severity, code, row, column, cell, params }),
				rows: [...left.rows, ...right.rows]
			}
		];
	});
}

function recordOf(rows: readonly RowReading[]): CheckedFigures {
	const cells = new Map<string, PlacedCell>();
	for (const { row, cells: own } of rows) {
		for (const cell of own) {
			const label = rows.length > 1 ? cell.measure : cell.name;
			if (!cells.has(cell.measure)) cells.set(cell.measure, { ...cell, row, label });
		}
	}
	return { period: rows[0]?.period, cells };
}

function recordsByUnit(rows: readonly RowReading[]): CheckedFigures[] {
	const placed = rows.filter(({ unit, period }) => unit !== undefined && period !== undefined);
	const groups = groupBy(placed, ({ unit, period }) => `${unit} ${period}`);
	return [...groups.values()].map(recordOf);
}

/** A side of a check added up; `undefined` where one of its cells holds no figure. */
function sumSide(
	terms: readonly string[],
	cells: ReadonlyMap<string, PlacedCell>
): { sum: bigint; words: string; first: PlacedCell; rows: number[] } | undefined {
	let sum = 0n;
	let words = '';
	const used: PlacedCell[] = [];
	for (const term of terms) {
		const minus = term.startsWith('-');
		const cell = cells.get(minus ? term.slice(1) : term);
		if (cell?.reading.state !== 'figure') return undefined;
		sum += minus ? -cell.reading.value : cell.reading.value;
		words += (words ? (minus ? ' − ' : ' + ') : '') + cell.label;
		used.push(cell);
	}
	const [first] = used;
	return first && { sum, words, first, rows: used.map(({ row }) => row) };
}

/** Before the year's end, year-end figures stand beside others that have moved on: nothing to compare. */
function mixesYearEnd(
	{ left, right }: Check,
	{ period, measures }: { period?: Period; measures: ReadonlyMap<string, Measure> }
): boolean {
	if (period === undefined || lastQuarterOf(period) === 4) return false;
	const rules = new Set(
		[...left, ...right].map((term) => measures.get(term.replace('-', ''))?.overTime)
	);
	return rules.has('year') && rules.size > 1;
}
