import { groupBy } from '#lib/base/group-by.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { Catalogue, Check } from '#lib/catalogue/catalogue.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { cellIssue } from './cell-issue.ts';
import { ruleParams, sideWords } from './check-rows.ts';
import type { Entry } from './draft.ts';
import type { Table } from './find-table.ts';
import { sumFigures } from './sum-figures.ts';
import { splitTerm, weighCheck, type Addend } from './weigh-check.ts';

const FEWEST_UNITS = 2;

/** What the figures of a sheet for one period come to. */
export interface SheetSums {
	/** Σ by measure. */
	sums: Readonly<Record<string, bigint>>;
	/** How many units have a figure of the measure; at least two where there are more. */
	unitsOf(measure: string): number;
	/** The column that the first figure of the measure stands in, from 1. */
	columnOf(measure: string): number | undefined;
}

/** The sums of the entries, period by period in the order of first appearance. */
export function sheetSums(entries: readonly Entry[], tree: UnitTree): SheetSums[] {
	const figures = entries.filter(({ state }) => state === 'figure');
	return [...groupBy(figures, ({ period }) => period).values()].map((ofPeriod) => {
		const of = (measure: string): Entry[] => ofPeriod.filter((each) => each.measure === measure);
		return {
			sums: sumFigures(ofPeriod, tree),
			unitsOf: (measure) => new Set(of(measure).map(({ unit }) => unit)).size,
			columnOf: (measure) => ofPeriod.find((each) => each.measure === measure)?.column
		};
	});
}

/** Runs the checks of the sheet that speak of its sums, period by period; a sheet of one unit has none to compare. */
export function checkSheetSums(
	periods: readonly SheetSums[],
	{ table, catalogue }: { table: Table; catalogue: Catalogue }
): Issue[] {
	const templates = table.template ? [table.template] : catalogue.templates;
	const checks = templates.flatMap((template) => template.checks).filter(({ over }) => over);
	const measures = measuresOf(catalogue);
	return checks.flatMap((check) =>
		periods.flatMap((period) => {
			if (!isOfSeveralUnits(check, period)) return [];
			const addend = (term: string): Addend => {
				const { measure, minus } = splitTerm(term);
				return { minus, weight: period.sums[measure] };
			};
			const sides = { left: check.left.map(addend), right: check.right.map(addend) };
			const weighed = weighCheck(check, sides);
			if (!weighed || weighed.holds) return [];
			const named = (terms: readonly string[]): string =>
				sideWords(
					terms.map(splitTerm).map(({ measure, minus }) => {
						return { minus, label: measures.get(measure)?.header ?? measure };
					})
				);
			const words = { left: named(check.left), right: named(check.right) };
			const params = ruleParams(check, weighed, words);
			const { severity } = check;
			const code = check.comparator === '=' ? 'sums-differ' : 'part-over-whole';
			const first = period.columnOf(splitTerm(check.left[0] ?? '').measure);
			const column = table.columns.find((each) => each.column === first)?.name;
			return [cellIssue({ severity, code, row: table.header, column, params })];
		})
	);
}

/** True where several units have a figure of each measure that the check speaks of. */
function isOfSeveralUnits({ left, right }: Check, { unitsOf }: SheetSums): boolean {
	return [...left, ...right].every((term) => unitsOf(splitTerm(term).measure) >= FEWEST_UNITS);
}
