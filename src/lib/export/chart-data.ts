import type { ReportChart, ReportSeries } from '#lib/views/report.ts';
import { chartScale } from './chart-scale.ts';

/** What a column of numbers is drawn as. */
export type Drawn = 'bar' | 'mark' | 'level' | 'line' | 'limit' | 'band-base' | 'band' | 'break';

/** A column of the sheet that a chart is drawn from. */
export interface ChartColumn {
	/** Its place among them, from 0. */
	place: number;
	name: string;
	drawn: Drawn;
	/** The how manieth of those that are drawn alike, from 0. */
	ordinal: number;
	/** One for each category; `null` is a gap. */
	values: readonly (number | null)[];
	series?: ReportSeries;
	/** Where the values are the difference of two other columns: their places from 0. */
	difference?: { from: number; less: number };
}

/** The columns that a chart is drawn from, after that of its categories. */
export function chartColumns(chart: ReportChart): ChartColumn[] {
	const drawn = chart.series.map((series) => ({
		name: series.name,
		drawn: drawnAs(chart, series),
		values: chart.categories.map((_, place) => series.values[place] ?? null),
		series
	}));
	const columns = [...drawn, ...bands(drawn), ...breaks(chart)];
	return columns.map((column, place) => ({
		...column,
		place,
		ordinal: columns.slice(0, place).filter((each) => each.drawn === column.drawn).length
	}));
}

const ORDER: readonly Drawn[] = [
	...(['band-base', 'band', 'level', 'bar', 'mark'] as const),
	...(['line', 'limit', 'break'] as const)
];

/** The columns from the back to the front, as every program draws and lists them: areas, bars, lines. */
export function inDrawingOrder(columns: readonly ChartColumn[]): ChartColumn[] {
	return columns.toSorted((a, b) => ORDER.indexOf(a.drawn) - ORDER.indexOf(b.drawn));
}

type Column = Omit<ChartColumn, 'place' | 'ordinal'>;

function drawnAs({ kind }: ReportChart, { role }: ReportSeries): Drawn {
	if (role.startsWith('level-')) return 'level';
	if (role === 'value') return kind === 'line' ? 'line' : 'bar';
	if (kind !== 'line') return 'mark';
	return role === 'band-low' ? 'band-base' : 'limit';
}

/** The width of each band: areas are stacked, so that it lies on the lower end. */
function bands(columns: readonly Column[]): Column[] {
	return columns.flatMap((low, less): Column[] => {
		if (low.drawn !== 'band-base') return [];
		const from = columns.findIndex(
			({ series }, place) => place > less && series?.role === 'band-high'
		);
		const high = columns[from];
		if (!high) return [];
		const values = low.values.map((bottom, place) => {
			const top = high.values[place] ?? null;
			return bottom === null || top === null ? null : top - bottom;
		});
		const name = high.name === low.name ? high.name : `${low.name} – ${high.name}`;
		return [{ name, drawn: 'band', values, difference: { from, less } }];
	});
}

/** A mark as high as the chart where the series breaks, which nothing else would show. */
function breaks(chart: ReportChart): Column[] {
	const { max } = chartScale(chart);
	return (chart.breaks ?? []).map(({ at, label }) => ({
		name: label,
		drawn: 'break',
		values: chart.categories.map((_, place) => (place === at ? max : null))
	}));
}
