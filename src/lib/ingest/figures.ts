import { lastQuarterOf, yearOf, type Period } from '#lib/base/period.ts';
import type { Entry } from './draft.ts';
import { cellAt, type EntryColumns } from './entry-columns.ts';
import { orderRows } from './row-order.ts';

/** What a unit is known to have: a figure, or "x". */
export type KnownFigure = bigint | 'not-applicable';

/** A unit's figures of a measure by period; where nothing is reported there is none. */
export type FigureSeries = ReadonlyMap<Period, KnownFigure>;

/** Figures to look things up in, whoever reported them. */
export interface Figures {
	/** All that the unit has of the measure; empty where it has nothing. */
	seriesOf(unit: string, measure: string): FigureSeries;
}

/** A cell as a submission keeps it. */
export type FigureCell = Pick<Entry, 'unit' | 'period' | 'measure' | 'state' | 'value'>;

/** A unit's figures of a measure by period, `undefined` where "missing" takes one back. */
type TakenSeries = ReadonlyMap<Period, KnownFigure | undefined>;

const NOTHING: FigureSeries = new Map();

/** The figures in force, given by submission, the oldest first: the newer supersedes, and "missing" takes back. */
export function figuresInForce(submissions: Iterable<Iterable<FigureCell>>): Figures {
	const seriesOf = seriesByUnit(submissions);
	return { seriesOf: (unit, measure) => withoutGaps(seriesOf(unit, measure)) };
}

/** A submission's cells column by column. */
export type FigureColumns = Pick<EntryColumns, 'unit' | 'period' | 'measure' | 'state' | 'value'>;

/** The same figures in force, of submissions column by column: no cell is made an object before its unit is asked for. */
export function figuresInColumns(submissions: readonly FigureColumns[]): Figures {
	const cellsOf = submissions.map(cellsByUnit);
	const seriesOf = seriesOneByOne((unit) => cellsOf.flatMap((cells) => cells(unit)));
	return { seriesOf: (unit, measure) => withoutGaps(seriesOf(unit, measure)) };
}

/** The cells of a unit, in their order. */
function cellsByUnit(cells: FigureColumns): (unit: string) => FigureCell[] {
	const { dictionary, codes } = cells.unit;
	const places = new Map(dictionary.map((unit, code) => [unit, code]));
	const { rows, starts } = orderRows(codes, dictionary.length);
	return (unit) => {
		const code = places.get(unit);
		if (code === undefined) return [];
		const own = rows.subarray(starts[code], starts[code + 1]);
		return Array.from(own, (at) => cellAt(cells, at));
	};
}

/** The figures as they would be with the cells on top. */
export function figuresWith(cells: Iterable<FigureCell>, beside: Figures): Figures {
	const ownSeriesOf = seriesByUnit([cells]);
	return {
		seriesOf(unit, measure) {
			const own = ownSeriesOf(unit, measure);
			const others = beside.seriesOf(unit, measure);
			if (!own) return others;
			return withoutGaps(others.size === 0 ? own : new Map([...others, ...own]));
		}
	};
}

/** Lays out the series of one unit at a time: a unit is asked for many times in a row, and there may be many units. */
function seriesByUnit(
	submissions: Iterable<Iterable<FigureCell>>
): (unit: string, measure: string) => TakenSeries | undefined {
	const cells = new Map<string, FigureCell[]>();
	for (const submission of submissions) {
		for (const cell of submission) {
			const ofUnit = cells.get(cell.unit);
			if (ofUnit) ofUnit.push(cell);
			else cells.set(cell.unit, [cell]);
		}
	}
	return seriesOneByOne((unit) => cells.get(unit) ?? []);
}

/** The series of one unit at a time, laid out from its cells when it is first asked for. */
function seriesOneByOne(
	cellsOf: (unit: string) => readonly FigureCell[]
): (unit: string, measure: string) => TakenSeries | undefined {
	let laidOut: { unit: string; series: ReadonlyMap<string, TakenSeries> } | undefined;
	return (unit, measure) => {
		if (laidOut?.unit !== unit) laidOut = { unit, series: seriesOfUnit(cellsOf(unit)) };
		return laidOut.series.get(measure);
	};
}

function seriesOfUnit(cells: readonly FigureCell[]): Map<string, TakenSeries> {
	const all = new Map<string, Map<Period, KnownFigure | undefined>>();
	for (const { measure, period, state, value } of cells) {
		const figure = state === 'figure' ? value : state === 'missing' ? undefined : state;
		const series = all.get(measure);
		if (series) series.set(period, figure);
		else all.set(measure, new Map([[period, figure]]));
	}
	return all;
}

/** The figure of a series at a quarter's end, by whichever period ends there: the quarter, the half-year, the year. */
export function figureAt(
	series: FigureSeries,
	{ year, quarter }: Moment
): { period: Period; figure: KnownFigure } | undefined {
	const ends = [
		`${year}-Q${quarter}`,
		`${year}-H${quarter / 2}`,
		...(quarter === 4 ? [`${year}`] : [])
	];
	for (const period of ends) {
		const figure = series.get(period);
		if (figure !== undefined) return { period, figure };
	}
	return undefined;
}

/** The end of a quarter. */
export interface Moment {
	year: number;
	quarter: number;
}

/** The quarter's end at which a period ends. */
export function momentOf(period: Period): Moment {
	return { year: yearOf(period), quarter: lastQuarterOf(period) };
}

function withoutGaps(series: TakenSeries | undefined): FigureSeries {
	if (!series) return NOTHING;
	if (![...series.values()].includes(undefined)) return series as FigureSeries;
	const known = [...series].flatMap(([period, figure]): [Period, KnownFigure][] =>
		figure === undefined ? [] : [[period, figure]]
	);
	return new Map(known);
}
