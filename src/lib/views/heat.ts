import type { Language } from '#lib/base/language.ts';
import type { Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { remainderCounts } from './boundary-remark.ts';
import { type HeatCell, heatCell } from './heat-cell.ts';
import { childrenIn, type Ground, yearsOf } from './indicator-ground.ts';
import { periodMark } from './sentence-period.ts';

/** A unit over the years. */
export interface HeatRow {
	unit: string;
	name: string;
	/** True for the unit that the others are below of. */
	isWhole: boolean;
	cells: HeatCell[];
}

/** Units by years. */
export interface Heat {
	years: { period: Period; mark: string }[];
	rows: HeatRow[];
	/** What of each year could not be split among the units below, where there is such a part. */
	remainders?: { period: Period; text: string }[];
}

/** Whose table is asked for. */
export interface HeatTableQuestion {
	unit: string;
	/** The period whose map names the units. */
	period: Period;
	indicator: Indicator;
	language: Language;
}

/** A unit and those directly below it on the period's own map, each over all years that have figures, oldest first. */
export function heatOf(
	ground: Ground,
	{ unit, period, indicator, language }: HeatTableQuestion
): Heat {
	const years = yearsOf(ground);
	const rowOf = (code: string, name: string): HeatRow => ({
		unit: code,
		name,
		isWhole: code === unit,
		cells: years.map((year) =>
			heatCell(ground, { unit: code, name, period: year, indicator, language })
		)
	});
	const children = childrenIn(ground, unit, period);
	const remainders = years.map((year) => {
		const total = ground.facts.totals.total(unit, year, indicator.id);
		return { period: year, text: remainderCounts(total, language) ?? '' };
	});
	const name = ground.tree.find(unit)?.name ?? unit;
	return {
		years: years.map((year) => ({ period: year, mark: periodMark(year, language) })),
		rows: [rowOf(unit, name), ...children.map((child) => rowOf(child.code, child.name))],
		...(remainders.some(({ text }) => text) && { remainders })
	};
}
