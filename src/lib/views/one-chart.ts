import type { Language } from '#lib/base/language.ts';
import type { AnswerChart } from './answer-chart.ts';
import type { MultiplePoint } from './multiple.ts';
import type { ReportChart, ReportTable } from './report.ts';

/**
 * A chart that leaves the app by itself, with all that it must not be read without. All words are in its language; counts
 * that must not be shown are in none of its parts.
 */
export interface OneChart {
	language: Language;
	/** What is drawn: `Tỷ lệ tổ chức cơ sở đảng …`. */
	title: string;
	/** How, of whom and when: `Diễn biến · Đảng bộ thành phố Minh Họa · năm 2024`. */
	scope: string;
	/** The targets in force, each with its document. */
	targets: string;
	/** How complete and how new the figures are. */
	state: string;
	/** Which submissions they come from. */
	source: string;
	/** What the letters in brackets mean that occur in what is shown, or in all of it; empty where none does. */
	letters: { shown: string; full: string };
	/** The code that leads back to the figure of the unit; absent where it has none. */
	trace?: string;
	/** The query that its figures come from; absent where they are those of indicators. */
	query?: string;
	drawing: ReportChart | SmallTrends | Movements | HeatGrid | AnswerDrawing;
	/** The data as the chart shows them. */
	shown: ReportTable;
	/** Every figure of its units, in every period; of an answer all its rows. */
	full: ReportTable;
	/** What its files are called, without extension. */
	name: string;
}

/** Bars to the left of an axis where a unit pulled the whole down, to the right where it lifted it. */
export interface Movements {
	kind: 'movements';
	/** What they show, in a sentence. */
	alternative: string;
	/** What the bars of a row are, from above. */
	names: readonly string[];
	rows: readonly MovementRow[];
}

/** What one unit brought to a movement. */
export interface MovementRow {
	name: string;
	/** From −1 to 1. */
	sizes: readonly number[];
	/** `+0,42 điểm %`, and how it came about. */
	total: string;
	parts: string;
}

/** Small trends side by side on one scale. */
export interface SmallTrends {
	kind: 'small-trends';
	/** What they show, in a sentence. */
	alternative: string;
	/** What stands under the first and the last period. */
	ends: readonly [string, string];
	units: readonly SmallTrend[];
}

/** The small trend of one unit. */
export interface SmallTrend {
	name: string;
	/** The newest value as printed; a dash where there is none. */
	value: string;
	points: readonly MultiplePoint[];
}

/** The answer of a query. */
export interface AnswerDrawing {
	kind: 'answer';
	/** What it shows, in a sentence. */
	alternative: string;
	chart: AnswerChart;
}

/** Units or indicators by years or by what is compared, each field with its value and its verdict. */
export interface HeatGrid {
	kind: 'heat-grid';
	/** Of units the first is the whole of the others. */
	rowsAre: 'units' | 'indicators';
	/** What it shows, in a sentence. */
	alternative: string;
	/** What stands over each column: a year, or what is compared. */
	years: readonly string[];
	rows: readonly HeatGridRow[];
}

/** A unit or an indicator over the columns. */
export interface HeatGridRow {
	name: string;
	cells: readonly { text: string; status?: string }[];
}
