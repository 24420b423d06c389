import type { Language } from '#lib/base/language.ts';
import type { ReportBlock, ReportChart } from '#lib/views/report.ts';
import { type BookRow, ROW_HEIGHT } from './book-row.ts';
import { chartColumns } from './chart-data.ts';
import { chartHeight } from './chart-look.ts';
import type { ChartPlace } from './chart-place.ts';

/** A chart on a sheet. */
export interface PlacedChart {
	chart: ReportChart;
	/** The row and the column of its upper left corner, from 0. */
	row: number;
	column: number;
	/** In points. */
	width: number;
	/** In points. */
	height: number;
	/** The row in which it ends. */
	end: number;
	/** Where its data stand. */
	place: ChartPlace;
}

/** Where charts stand on a sheet. */
export interface ChartRoom {
	rows: readonly BookRow[];
	/** The first row that they may take. */
	from: number;
	column: number;
	/** In points. */
	width: number;
	/** The most that a page holds, in points. */
	most: number;
	sheet: string;
}

/** The letters of a chart on a sheet, in points. */
export const CHART_SIZE = 10;

const TITLE = 24;
const GAP = 2;

/** The charts of a sheet, one below the other beside its tables, with the data of each beside it. */
export function placeCharts(blocks: readonly ReportBlock[], room: ChartRoom): PlacedChart[] {
	const { column, width, most, sheet } = room;
	let row = room.from;
	return blocks.flatMap((block): PlacedChart[] => {
		if (block.kind !== 'chart') return [];
		const { chart } = block;
		const height = Math.min(most, chartHeight(chart, { width, size: CHART_SIZE }) + TITLE);
		const end = lastRow(row, height, room);
		const place = { sheet, row, column: column + 2 };
		const placed = { chart, row, column, width, height, end, place };
		row = Math.max(end, row + chart.categories.length) + GAP;
		return [placed];
	});
}

/** The rows of the charts that are printed on one page, page by page. */
export function chartPages(
	charts: readonly PlacedChart[],
	{ rows, most }: Pick<ChartRoom, 'rows' | 'most'>
): { from: number; to: number }[] {
	return charts.reduce<{ from: number; to: number }[]>((pages, { row, end }) => {
		const page = pages.at(-1);
		const isFull = !page || heightOf(rows, page.from, end) > most;
		if (isFull) return [...pages, { from: row, to: end }];
		return [...pages.slice(0, -1), { from: page.from, to: end }];
	}, []);
}

/** How many columns the data of charts take at most, their categories included. */
export function dataWidth(charts: readonly PlacedChart[], language: Language): number {
	return Math.max(0, ...charts.map(({ chart }) => chartColumns(chart, language).length + 1));
}

function lastRow(from: number, height: number, { rows }: ChartRoom): number {
	let [row, left] = [from, height];
	while (left > (rows[row]?.height ?? ROW_HEIGHT)) {
		left -= rows[row]?.height ?? ROW_HEIGHT;
		row += 1;
	}
	return row;
}

function heightOf(rows: readonly BookRow[], from: number, to: number): number {
	let sum = 0;
	for (let row = from; row <= to; row++) sum += rows[row]?.height ?? ROW_HEIGHT;
	return sum;
}
