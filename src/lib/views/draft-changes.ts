import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { mapDayOf, type Period } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { printCount } from './print-value.ts';
import { periodName } from './sentence-period.ts';

/** What a cell shows: a figure, "x", or nothing reported. */
export type CellValue = bigint | 'not-applicable' | undefined;

/** A cell that would show something else than it does. */
export interface ChangedCell {
	unit: string;
	period: Period;
	measure: string;
	before: CellValue;
	after: CellValue;
}

/** What a commit would change: how many cells, and the first of those that show something already. */
export interface CellChanges {
	/** Cells that show nothing yet. */
	added: number;
	/** Cells that would show another figure. */
	changed: number;
	/** Cells that would show nothing any more. */
	removed: number;
	same: number;
	/** The first changed and removed cells, in the order of the file. */
	cells: ChangedCell[];
}

/** One changed cell in words. */
export interface ChangeLine {
	unit: string;
	period: string;
	measure: string;
	before: string;
	after: string;
}

/** What names in a list of changes are looked up in. */
export interface ChangeNames {
	catalogue: Catalogue;
	tree: UnitTree;
	language: Language;
}

/** The kinds of change that occur, counted: `3 ô đổi`. */
export function changeCounts(changes: CellChanges, language: Language): string[] {
	return (['added', 'changed', 'removed', 'same'] as const)
		.filter((kind) => changes[kind] > 0)
		.map((kind) => say(language, `change.${kind}`, { count: changes[kind] }));
}

/** The listed changed cells in words. */
export function changeLines(
	{ cells }: CellChanges,
	{ catalogue, tree, language }: ChangeNames
): ChangeLine[] {
	const measures = measuresOf(catalogue);
	return cells.map(({ unit, period, measure, before, after }) => ({
		unit: (tree.find(unit, mapDayOf(period, [])) ?? tree.find(unit))?.name ?? unit,
		period: periodName(period, language),
		measure: measures.get(measure)?.name[language] ?? measure,
		before: cellWords(before, language),
		after: cellWords(after, language)
	}));
}

/** How many changed cells there are beyond those listed. */
export function changesNotListed({ changed, removed, cells }: CellChanges): number {
	return changed + removed - cells.length;
}

/** As the sheets write it: a figure, `x`, or `–` for nothing reported. */
function cellWords(value: CellValue, language: Language): string {
	if (value === undefined) return '–';
	return value === 'not-applicable' ? 'x' : printCount(value, language);
}
