import { lastDayOf, type Period } from '#lib/base/period.ts';
import type { Template } from '#lib/catalogue/catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { periodName } from './sentence-period.ts';

/** A blank sheet: which one, for which period, and whose units report in it. */
export interface BlankSheet {
	template: Template;
	period: Period;
	tree: UnitTree;
}

/**
 * The rows of a blank sheet with title, period, header and a row for each unit that owes one: the units that have
 * none below them on the last day of the period. It is in Vietnamese in both languages, as the sheets are.
 */
export function blankSheet({ template, period, tree }: BlankSheet): string[][] {
	const header = headersOf(template);
	const day = lastDayOf(period);
	const units = tree
		.rootsOn(day)
		.flatMap(({ code }) => tree.leavesOn(code, day))
		.map(({ name }, i) => [String(i + 1), name, ...header.map(() => '')]);
	return [
		[template.title.vi.toUpperCase()],
		[`(Kỳ báo cáo: ${periodName(period, 'vi')}; số liệu tính đến ${inVietnamese(day)})`],
		['STT', 'Đơn vị', ...header],
		...units
	];
}

/** The name of the file of a blank sheet: `B1-2025-Q4.csv`. */
export function blankSheetName({ template, period }: Omit<BlankSheet, 'tree'>): string {
	return `${template.id}-${period}.csv`;
}

/** Columns that split rows stand before the figures, other texts after them; percentages are computed, not asked for. */
function headersOf({ attributes, measures }: Template): string[] {
	const before = attributes.filter(({ splitsRows }) => splitsRows);
	const after = attributes.filter(({ splitsRows }) => !splitsRows);
	return [...before, ...measures, ...after].map(({ header }) => header);
}

function inVietnamese(day: string): string {
	return day.split('-').reverse().join('/');
}
