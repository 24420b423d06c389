import type { Language, Words } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { mapDayOf, type Period } from '#lib/base/period.ts';
import { progressPartWord, progressStateWord } from '#lib/base/progress-words.ts';
import { progressDayOf, progressPartOf, progressStateOf } from '#lib/base/progress.ts';
import type { Catalogue, Measure } from '#lib/catalogue/catalogue.ts';
import { indicatorOf, measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { printCount } from './print-value.ts';
import { dayWords } from './sentence-date.ts';
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
		measure: measureWords(measure, { catalogue, measures, language }),
		before: cellWords(before, { measure, language }),
		after: cellWords(after, { measure, language })
	}));
}

/** A part of a row of B8 goes by its code, what that is called, and the part. */
function measureWords(
	measure: string,
	{
		catalogue,
		measures,
		language
	}: Pick<ChangeNames, 'catalogue' | 'language'> & { measures: ReadonlyMap<string, Measure> }
): string {
	const said = progressPartOf(measure);
	if (!said) return measures.get(measure)?.name[language] ?? measure;
	const { code } = said;
	const part = progressPartWord(said.part, language);
	const name = nameOfCode(code, catalogue)?.[language];
	if (name === undefined) return say(language, 'progress.changed-unnamed', { code, part });
	return say(language, 'progress.changed', { code, name, part });
}

function nameOfCode(code: string, catalogue: Catalogue): Words | undefined {
	const undertaking = catalogue.undertakings.find(({ id }) => id === code);
	const target = catalogue.targets.find(({ id }) => id === code);
	if (undertaking || !target) return undertaking?.name;
	return target.name ?? indicatorOf(catalogue, target.indicator)?.name;
}

/** How many changed cells there are beyond those listed. */
export function changesNotListed({ changed, removed, cells }: CellChanges): number {
	return changed + removed - cells.length;
}

/** As the sheets write it: a figure, a state or a day, `x`, or `–` for nothing reported. */
function cellWords(
	value: CellValue,
	{ measure, language }: { measure: string; language: Language }
): string {
	if (value === undefined) return '–';
	if (value === 'not-applicable') return 'x';
	const part = progressPartOf(measure)?.part;
	const state = part === 'state' ? progressStateOf(value) : undefined;
	if (state) return progressStateWord(state, language);
	return part === 'day' ? dayWords(progressDayOf(value), language) : printCount(value, language);
}
