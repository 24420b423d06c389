import type { Issue } from '#lib/base/issue.ts';
import { lastQuarterOf, type Period } from '#lib/base/period.ts';
import type { Catalogue, Check, Measure } from '#lib/catalogue/catalogue.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import { groupBy } from '#lib/base/group-by.ts';
import { asParam, cellIssue } from './cell-issue.ts';
import type { Table } from './find-table.ts';
import type { CellReading, Findings, RowReading } from './row-reading.ts';
import { splitTerm, weighCheck, type Addend, type Weighed } from './weigh-check.ts';

/** Figures that are checked together: a row of a tidy sheet, or all of a unit's and period's. */
interface CheckedFigures {
	period?: Period;
	/** The cell of a measure, the row it stands in, and what a message calls it. */
	cellOf: (measure: string) => PlacedCell | undefined;
}

interface PlacedCell {
	cell: CellReading;
	row: number;
	label: string;
}

/** Runs the catalogue's checks on every row, or in the long layout on the rows of one unit and period together. */
export function checkRows(
	rows: readonly RowReading[],
	{ table, catalogue }: { table: Table; catalogue: Catalogue }
): Findings {
	const templates = table.template ? [table.template] : catalogue.templates;
	const measures = measuresOf(catalogue);
	const checks = templates.flatMap((template) => template.checks).filter(({ over }) => !over);
	const checked = table.template ? rows.map((row) => [row]) : rowsByUnit(rows);
	const failures = checked.flatMap((each) => failedChecks(recordOf(each), { checks, measures }));
	const grave = failures.filter(({ issue }) => issue.severity === 'error');
	return {
		issues: failures.map(({ issue }) => issue),
		rejected: grave.flatMap(({ rows: failed }) => failed)
	};
}

/** What an issue says of a rule that is broken: its words in both languages, and what each side comes to. */
export function ruleParams(
	{ id, message }: Pick<Check, 'id' | 'message'>,
	{ left, right }: Pick<Weighed, 'left' | 'right'>,
	words: { left: string; right: string }
): Record<string, string | number> {
	return {
		check: id,
		ruleVi: message.vi,
		ruleEn: message.en,
		left: words.left,
		leftSum: asParam(left),
		right: words.right,
		rightSum: asParam(right)
	};
}

/** The terms of a side as a sum in words: `Kết nạp + Chuyển đến − Chuyển đi`. */
export function sideWords(terms: readonly { minus: boolean; label: string }[]): string {
	return terms.reduce(
		(words, { minus, label }) => words + (words ? (minus ? ' − ' : ' + ') : '') + label,
		''
	);
}

/** The checks that the figures fail, with the rows of the figures concerned. */
function failedChecks(
	{ period, cellOf }: CheckedFigures,
	{ checks, measures }: { checks: readonly Check[]; measures: ReadonlyMap<string, Measure> }
): { issue: Issue; rows: number[] }[] {
	return checks.flatMap((check) => {
		const weighed = weighCheck(check, sidesOf(check, cellOf));
		if (!weighed || weighed.holds || mixesYearEnd(check, { period, measures })) return [];
		const used = [...check.left, ...check.right].flatMap(
			(term) => cellOf(splitTerm(term).measure) ?? []
		);
		const first = used.find(({ cell }) => cell.reading.state === 'figure');
		const words = { left: wordsOf(check.left, cellOf), right: wordsOf(check.right, cellOf) };
		const params = { ...ruleParams(check, weighed, words), ...hintParams(check, cellOf) };
		const code = check.comparator === '=' ? 'sums-differ' : 'part-over-whole';
		const severity = weighed.hasBlanks ? 'warning' : check.severity;
		const place = { row: first?.row, column: first?.cell.name, cell: first?.cell.cell };
		return [
			{
				issue: cellIssue({ severity, code, ...place, params }),
				rows: used.map(({ row }) => row)
			}
		];
	});
}

/** What probably happened, where the check has a hint that fits the figures. */
function hintParams({ hint }: Check, cellOf: CheckedFigures['cellOf']): Record<string, string> {
	const fits = hint && weighCheck({ comparator: '=', missing: 'skip' }, sidesOf(hint, cellOf));
	return hint && fits?.holds ? { hintVi: hint.message.vi, hintEn: hint.message.en } : {};
}

function sidesOf(
	{ left, right }: Pick<Check, 'left' | 'right'>,
	cellOf: CheckedFigures['cellOf']
): { left: Addend[]; right: Addend[] } {
	return {
		left: left.map((term) => addendOf(term, cellOf)),
		right: right.map((term) => addendOf(term, cellOf))
	};
}

function addendOf(term: string, cellOf: CheckedFigures['cellOf']): Addend {
	const { measure, minus } = splitTerm(term);
	const reading = cellOf(measure)?.cell.reading;
	if (!reading || reading.state === 'unreadable') return { minus, weight: undefined };
	return { minus, weight: reading.state === 'figure' ? reading.value : reading.state };
}

function wordsOf(terms: readonly string[], cellOf: CheckedFigures['cellOf']): string {
	return sideWords(
		terms.map((term) => {
			const { measure, minus } = splitTerm(term);
			return { minus, label: cellOf(measure)?.label ?? measure };
		})
	);
}

function recordOf(rows: readonly RowReading[]): CheckedFigures {
	const [first, ...others] = rows;
	const { row = 0, period, cells = [] } = first ?? {};
	if (others.length === 0) {
		const cellOf: CheckedFigures['cellOf'] = (measure) => {
			const cell = cells.find((each) => each.measure === measure);
			return cell && { cell, row, label: cell.name };
		};
		return { ...(period && { period }), cellOf };
	}
	const placed = new Map<string, PlacedCell>();
	for (const each of rows) {
		for (const cell of each.cells) {
			const { measure } = cell;
			if (!placed.has(measure)) placed.set(measure, { cell, row: each.row, label: measure });
		}
	}
	return { ...(period && { period }), cellOf: (measure) => placed.get(measure) };
}

function rowsByUnit(rows: readonly RowReading[]): RowReading[][] {
	const placed = rows.filter(({ unit, period }) => unit !== undefined && period !== undefined);
	return [...groupBy(placed, ({ unit, period }) => `${unit} ${period}`).values()];
}

/** Before the year's end, year-end figures stand beside others that have moved on: nothing to compare. */
export function mixesYearEnd(
	{ left, right }: Check,
	{ period, measures }: { period?: Period; measures: ReadonlyMap<string, Measure> }
): boolean {
	if (period === undefined || lastQuarterOf(period) === 4) return false;
	const rules = new Set(
		[...left, ...right].map((term) => measures.get(splitTerm(term).measure)?.overTime)
	);
	return rules.has('year') && rules.size > 1;
}
