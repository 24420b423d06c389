import type { Language } from '#lib/base/language.ts';
import type { ReportChart } from '#lib/views/report.ts';
import type { TrendScale } from '#lib/views/trend-scale.ts';
import type { ChartColours, ChartTone } from './chart-colours.ts';
import type { Hatches } from './chart-hatch.ts';
import type { Box } from './picture-layer.ts';

/** How a picture of a chart looks. */
export interface PictureLook {
	language: Language;
	tone: ChartTone;
	/** The typeface of every text; that of the page where it is absent and a script shows the words. */
	font?: string;
	/** The colour behind it; it is transparent where absent. */
	ground?: string;
	/** What the names of its patterns begin with, where several pictures stand in one document. */
	id?: string;
	/** True where a script finds the places in the group of class `tips`, in the order of the categories; else each has a `<title>`. */
	isLive?: boolean;
}

/** A picture's box in pixels, and how it looks. */
export interface PictureFrame {
	width: number;
	height: number;
	look: PictureLook;
	/** The chart that this one is a part of (`chartParts`): both then have the same axis. */
	whole?: ReportChart;
}

/** What the parts of a picture are drawn with. */
export interface Drawing {
	chart: ReportChart;
	/** The chart whose rows it shares the axis with, where it is a part of one. */
	whole: ReportChart;
	width: number;
	height: number;
	language: Language;
	colours: ChartColours;
	hatches: Hatches;
	/** A place of the chart that the pointer finds, with the words that appear there. */
	tip: (box: Box, words: string) => string;
}

/** Where everything lies in a chart whose categories are rows. */
export interface RowPlot {
	drawing: Drawing;
	scale: TrendScale;
	/** The plot's box. */
	left: number;
	right: number;
	top: number;
	bottom: number;
	/** From one row to the next. */
	step: number;
	/** The thickness of a bar. */
	thick: number;
	names: string[][];
	/** Where a value of the chart lies across. */
	across: (value: number) => number;
	/** The middle of a row. */
	down: (place: number) => number;
}

/** Where everything lies in a chart over periods. */
export interface LinePlot {
	drawing: Drawing;
	scale: TrendScale;
	/** The plot's box. */
	left: number;
	right: number;
	top: number;
	bottom: number;
	/** From one category to the next. */
	step: number;
	/** The middle of a category. */
	across: (place: number) => number;
	/** Where a value of the chart lies from above. */
	down: (value: number) => number;
}
