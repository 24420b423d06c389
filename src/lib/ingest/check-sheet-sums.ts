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

/** Runs the checks of the sheet that speak of its sums, period by period; a sheet of one unit has none to compare. */
export function checkSheetSums(
	entries: readonly Entry[],
	{ table, catalogue, tree }: { table: Table; catalogue: Catalogue; tree: UnitTree }
): Issue[] {
	const templates = table.template ? [table.template] : catalogue.templates;
	const checks = templates.flatMap((template) => template.checks).filter(({ over }) => over);
	const measures = measuresOf(catalogue);
	const figures = entries.filter(({ state }) => state === 'figure');
	return checks.flatMap((check) =>
		[...groupBy(figures, ({ period }) => period).values()].flatMap((ofPeriod) => {
			if (!isOfSeveralUnits(check, ofPeriod)) return [];
			const sums = sumFigures(ofPeriod, tree);
			const addend = (term: string): Addend => {
				const { measure, minus } = splitTerm(term);
				return { minus, weight: sums[measure] };
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
			const column = headerOf(check, ofPeriod, table);
			return [cellIssue({ severity, code, row: table.header, column, params })];
		})
	);
}

/** True where several units have a figure of each measure that the check speaks of. */
function isOfSeveralUnits({ left, right }: Check, figures: readonly Entry[]): boolean {
	return [...left, ...right].every((term) => {
		const own = figures.filter(({ measure }) => measure === splitTerm(term).measure);
		return new Set(own.map(({ unit }) => unit)).size >= FEWEST_UNITS;
	});
}

function headerOf(
	{ left }: Check,
	figures: readonly Entry[],
	{ columns }: Table
): string | undefined {
	const first = figures.find(({ measure }) => measure === splitTerm(left[0] ?? '').measure);
	return columns.find(({ column }) => column === first?.column)?.name;
}
