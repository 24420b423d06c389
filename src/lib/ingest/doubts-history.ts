import { groupBy } from '#lib/base/group-by.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { CheckLimits } from '#lib/catalogue/settings.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { BesideOptions } from './beside-context.ts';
import { stockDenominators } from './check-history.ts';
import { WEIGHT } from './number-check.ts';
import type { Doubt, UnitFigures } from './unit-figures.ts';

/** Figures far from the unit's own earlier ones, mergers and splits not taken into account. */
export function doubtsHistory(
	{ measures, periods }: UnitFigures,
	{ catalogue, tree, limits }: BesideOptions
): Doubt {
	const known = measuresOf(catalogue);
	const denominators = stockDenominators(catalogue);
	const all = measures.flatMap((id, measure): Series[] =>
		seriesOf(periods, known.get(id)?.overTime === 'end').map((series) => ({
			places: series.map((period) => measure * periods.length + period),
			series,
			limits: { ...limits, isDenominator: denominators.has(id) }
		}))
	);
	const days = [...new Set(periods.map(({ day }) => day))];
	const dayPlaces = periods.map(({ day }) => days.indexOf(day));
	return (figures, unit) => {
		const records = days.map((day) => tree.find(unit, day));
		const recordOf = (period: number): Unit | undefined => records[dayPlaces[period] ?? 0];
		return all.some((series) => isDoubtfulSeries(figures, series, recordOf));
	};
}

/** The places of the periods whose figures can be compared with each other, each series the oldest first. */
function seriesOf(periods: UnitFigures['periods'], isStock: boolean): number[][] {
	const series = groupBy([...periods.keys()], (at) => {
		const { kind, quarter } = periods[at] ?? {};
		return isStock ? kind : `${kind} ${quarter}`;
	});
	return [...series.values()];
}

/** Figures of one measure that can be compared with each other, the oldest first. */
interface Series {
	/** By their periods. */
	series: readonly number[];
	/** Where the figures are. */
	places: readonly number[];
	limits: CheckLimits & { isDenominator: boolean };
}

/**
 * Looks at the points before a figure one by one only where it is not near the least and greatest of them; `recordOf`
 * gives the record that the unit's code stands for when a period ends.
 */
function isDoubtfulSeries(
	{ states, values, drafted }: UnitFigures,
	{ series, places, limits }: Series,
	recordOf: (period: number) => Unit | undefined
): boolean {
	const percent = Math.min(limits.jumpLeastPercent, limits.jumpPercent);
	let points: number[] = [];
	let [least, most] = [0, 0];
	let record: Unit | undefined;
	for (let at = 0; at < places.length; at += 1) {
		const place = places[at] ?? 0;
		if (states[place] !== WEIGHT.figure) continue;
		const figure = values[place] ?? 0;
		const own = recordOf(series[at] ?? 0);
		if (own !== record || points.length === 0) {
			points = [];
			[record, least, most] = [own, figure, figure];
		}
		if (own === undefined) continue;
		if (drafted[place] && points.length > 0) {
			const farthest = Math.max(figure - least, most - figure);
			const isNear = farthest * 100 <= percent * Math.min(figure, least);
			if ((!isNear || limits.isDenominator) && isDoubtful(figure, points, limits)) return true;
		}
		points.push(figure);
		if (figure < least) least = figure;
		if (figure > most) most = figure;
	}
	return false;
}

/** True for a figure of which `checkHistory` may say something beside the unit's earlier ones, the oldest first. */
function isDoubtful(
	figure: number,
	points: readonly number[],
	limits: CheckLimits & { isDenominator: boolean }
): boolean {
	const last = points.at(-1);
	if (last === undefined || Math.abs(figure - last) < limits.jumpLeastDifference) return false;
	if (limits.isDenominator && isFarther(figure, last, limits.denominatorPercent)) return true;
	let [least, farthest] = [figure, 0];
	for (const point of points) {
		least = Math.min(least, point);
		farthest = Math.max(farthest, Math.abs(figure - point));
	}
	const percent = Math.min(limits.jumpLeastPercent, limits.jumpPercent);
	if (farthest * 100 <= percent * least) return false;
	if (isFarther(figure, last, limits.jumpPercent)) return true;
	return points.length >= limits.jumpLeastPoints && isFarFromUsual(figure, points, limits);
}

function isFarFromUsual(
	figure: number,
	points: readonly number[],
	{ jumpLeastPercent, jumpLeastDifference }: CheckLimits
): boolean {
	const inOrder = points.toSorted((a, b) => a - b);
	const half = inOrder.length / 2;
	const [lower = 0, upper = 0] = [inOrder[Math.ceil(half) - 1], inOrder[Math.floor(half)]];
	const usual = Math.floor((lower + upper) / 2);
	return (
		isFarther(figure, usual, jumpLeastPercent) && Math.abs(figure - usual) >= jumpLeastDifference
	);
}

function isFarther(figure: number, other: number, percent: number): boolean {
	return Math.abs(figure - other) * 100 > percent * other;
}
