import { columnLetter } from '#lib/base/cell-address.ts';
import { groupBy } from '#lib/base/group-by.ts';
import type { Issue } from '#lib/base/issue.ts';
import { lastDayOf } from '#lib/base/period.ts';
import type { Catalogue, Measure } from '#lib/catalogue/catalogue.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { CheckLimits } from '#lib/catalogue/settings.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { cellIssue } from './cell-issue.ts';
import type { Entry, MatchedColumn } from './draft.ts';
import { figuresWith, type Figures } from './figures.ts';

/** What drafted entries are checked beside. */
export interface BesideOptions {
	/** The figures in force, or those of other files. */
	beside: Figures;
	catalogue: Catalogue;
	tree: UnitTree;
	limits: CheckLimits;
	/** The draft's `matches.columns`, by which issues name their column; its letter without. */
	columns?: readonly Pick<MatchedColumn, 'column' | 'header'>[];
}

/** The drafted entries, and all that they are checked beside. */
export interface BesideContext extends BesideOptions {
	/** Unit by unit. */
	entries: readonly Entry[];
	/** The entry that is drafted for a cell; `undefined` where none is. */
	drafted(place: Pick<Entry, 'unit' | 'measure' | 'period'>): Entry | undefined;
	/** The figures as they would be with the drafted ones in force. */
	figures: Figures;
	measures: ReadonlyMap<string, Measure>;
	/** The template that a measure stands in. */
	templateOf(measure: string): string;
	/** A warning at the place of an entry. */
	warn(entry: Entry, code: string, params: Issue['params']): Issue;
	/** The unit's name on the last day of the period, or its code. */
	nameOf(place: Pick<Entry, 'unit' | 'period'>): string;
}

/** The context of the entries, each looked up in constant time. */
export function besideContext(entries: readonly Entry[], options: BesideOptions): BesideContext {
	const { catalogue, tree, columns = [] } = options;
	const byUnit = groupBy(entries, ({ unit }) => unit);
	const headers = new Map(columns.map(({ column, header }) => [column, header]));
	const templates = new Map(
		catalogue.templates.flatMap(({ id, measures }) =>
			measures.map((measure): [string, string] => [measure.id, id])
		)
	);
	return {
		...options,
		entries: [...byUnit.values()].flat(),
		drafted: ({ unit, measure, period }) =>
			byUnit.get(unit)?.findLast((each) => each.measure === measure && each.period === period),
		figures: figuresWith(entries, options.beside),
		measures: measuresOf(catalogue),
		templateOf: (measure) => templates.get(measure) ?? '',
		warn({ row, column, value }, code, params) {
			const header = headers.get(column) || columnLetter(column);
			const place = { row, column: header, cell: value };
			return cellIssue({ severity: 'warning', code, ...place, params });
		},
		nameOf: ({ unit, period }) =>
			(tree.find(unit, lastDayOf(period)) ?? tree.find(unit))?.name ?? unit
	};
}
