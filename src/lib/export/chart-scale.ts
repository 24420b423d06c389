import type { ReportChart } from '#lib/views/report.ts';

/** The ends of an axis of values and the steps between its marks. */
export interface ChartScale {
	min: number;
	max: number;
	step: number;
}

const STEPS = 5;
const WHOLE = 1;
/** A line may leave 0 out where it stays that far above it, in parts of its highest value. */
const FAR_FROM_ZERO = 0.5;

/**
 * An axis of round steps that holds every value of a chart: bars begin at 0, and parts of a whole end at 100 %; a line
 * that stays far from 0 has an axis of its own. The same in every program that opens the chart.
 */
export function chartScale({ kind, unit, series }: ReportChart): ChartScale {
	if (kind === 'levels') return { min: 0, max: WHOLE, step: WHOLE / STEPS };
	const values = series.flatMap(({ values }) => values).filter((value) => value !== null);
	const [least, most] = [Math.min(...values), Math.max(...values)];
	if (values.length === 0) return { min: 0, max: WHOLE, step: WHOLE / STEPS };
	const isCut = kind === 'line' && least > most * FAR_FROM_ZERO && least > 0;
	const from = isCut ? least : Math.min(0, least);
	const ceiling = unit === 'ratio' && most <= WHOLE ? WHOLE : Infinity;
	return roundScale(from, most, { isCut, ceiling, isWhole: unit === 'count' });
}

function roundScale(
	least: number,
	most: number,
	{ isCut, ceiling, isWhole }: { isCut: boolean; ceiling: number; isWhole: boolean }
): ChartScale {
	const finest = isWhole ? 1 : 1e-6;
	const step = niceStep(Math.max((most - least || Math.abs(most) || 1) / STEPS, finest));
	const below = isCut ? Math.floor(least / step - 0.25) : Math.floor(least / step);
	const min = Math.max(Math.min(0, below), below) * step;
	// A little room, so that the highest value keeps its label inside.
	const above = Math.ceil(most / step + 0.2) * step;
	const max = Math.min(above, Math.max(ceiling, most));
	return { min: tidy(min), max: tidy(max), step: tidy(step) };
}

/** The next of 1, 2, 5 times a power of ten. */
function niceStep(step: number): number {
	const power = 10 ** Math.floor(Math.log10(step));
	const factor = [1, 2, 5, 10].find((each) => each * power >= step * 0.999999) ?? 10;
	return factor * power;
}

/** Without the last digits that binary fractions add: `0.30000000000000004` → `0.3`. */
function tidy(value: number): number {
	return Number(value.toPrecision(12));
}
