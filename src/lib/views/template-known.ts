import type { Period } from '#lib/base/period.ts';
import { comparePeriods } from '#lib/base/period.ts';
import type { Measure, Template } from '#lib/catalogue/catalogue.ts';
import type { Unit } from '#lib/units/unit.ts';
import { periodName } from './sentence-period.ts';

/** The newest figure that is known of a unit and measure, and its period; `x` where it did not apply. */
export interface KnownFigure {
	unit: string;
	measure: string;
	period: Period;
	value: bigint | 'x';
}

/** The figures known of the units of a sheet. */
export interface KnownFigures {
	/** The stocks of the template of which any is known. */
	measures: Measure[];
	/** The newest period of them all; absent where none is known. */
	period?: Period;
	/** The figure to show; of another period than `period` with its name behind it; `undefined` where none is known. */
	valueOf(unit: string, measure: string): bigint | string | undefined;
}

/** The figures that may stand beside a form: the template's stocks, which change little from period to period. */
export function readKnown(
	figures: readonly KnownFigure[],
	{ template, units }: { template: Template; units: readonly Unit[] }
): KnownFigures {
	const codes = new Set(units.map(({ code }) => code));
	const stocks = template.measures.filter(({ overTime }) => overTime === 'end');
	const ids = new Set(stocks.map(({ id }) => id));
	const shown = figures.filter(({ unit, measure }) => codes.has(unit) && ids.has(measure));
	const byCell = new Map(shown.map((figure) => [keyOf(figure.unit, figure.measure), figure]));
	const period = shown
		.map((figure) => figure.period)
		.toSorted(comparePeriods)
		.at(-1);
	return {
		measures: stocks.filter(({ id }) => shown.some(({ measure }) => measure === id)),
		...(period !== undefined && { period }),
		valueOf: (unit, measure) => {
			const figure = byCell.get(keyOf(unit, measure));
			if (!figure || figure.period === period) return figure?.value;
			return `${figure.value} (${periodName(figure.period, 'vi')})`;
		}
	};
}

function keyOf(unit: string, measure: string): string {
	return `${unit} ${measure}`;
}
