import { lastQuarterOf, yearOf, type Period } from '#lib/base/period.ts';
import type { Entry } from './draft.ts';

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

type Known = Map<string, Map<string, Map<Period, KnownFigure | undefined>>>;

const NOTHING: FigureSeries = new Map();

/** The figures in force, given by submission, the oldest first: the newer supersedes, and "missing" takes back. */
export function figuresInForce(submissions: Iterable<Iterable<FigureCell>>): Figures {
	const known: Known = new Map();
	for (const submission of submissions) {
		for (const cell of submission) record(known, cell);
	}
	return { seriesOf: (unit, measure) => withoutGaps(known.get(unit)?.get(measure)) };
}

/** The figures as they would be with the cells on top. */
export function figuresWith(cells: Iterable<FigureCell>, beside: Figures): Figures {
	const known: Known = new Map();
	for (const cell of cells) record(known, cell);
	return {
		seriesOf(unit, measure) {
			const own = known.get(unit)?.get(measure);
			const others = beside.seriesOf(unit, measure);
			return own ? withoutGaps(new Map([...others, ...own])) : others;
		}
	};
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

function record(known: Known, { unit, period, measure, state, value }: FigureCell): void {
	const ofUnit = entryOf(
		known,
		unit,
		() => new Map<string, Map<Period, KnownFigure | undefined>>()
	);
	const series = entryOf(ofUnit, measure, () => new Map<Period, KnownFigure | undefined>());
	series.set(period, state === 'figure' ? value : state === 'missing' ? undefined : state);
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
	const found = map.get(key);
	if (found !== undefined) return found;
	const made = make();
	map.set(key, made);
	return made;
}

function withoutGaps(
	series: ReadonlyMap<Period, KnownFigure | undefined> | undefined
): FigureSeries {
	if (!series) return NOTHING;
	const known = [...series].flatMap(([period, figure]): [Period, KnownFigure][] =>
		figure === undefined ? [] : [[period, figure]]
	);
	return new Map(known);
}
