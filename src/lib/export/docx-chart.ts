import { Paragraph } from 'docx';
import type { Language } from '#lib/base/language.ts';
import type { ReportChart } from '#lib/views/report.ts';
import type { ReportProfile } from '#lib/views/report-profile.ts';
import { wordFrame } from './chart-frame.ts';
import { type ChartLook, chartHeight } from './chart-look.ts';
import { markRun } from './docx-marks.ts';
import { STYLE } from './docx-style-names.ts';
import { embedChart } from './embed-chart.ts';
import type { OfficePackage } from './office-package.ts';

/** A chart of a report with its number in the document, counted from 1. */
export interface NumberedChart {
	chart: ReportChart;
	number: number;
}

/** What the charts of a document are set with. */
export interface ChartGround {
	profile: ReportProfile;
	/** The name of their letters; those of the document's theme where absent. */
	font: string | undefined;
	language: Language;
	/** Of the text, in points. */
	width: number;
	at: Date;
	/** The part in which their marks stand. */
	owner: string;
}

/** In points; of a chart of many rows smaller, so that each row keeps its name. */
const LETTERS = { few: 10, many: 8 };
const MANY_ROWS = 12;
/** Rows of a long chart stand closer, so that table and chart share a page where they can. */
const TIGHT = 0.78;
/** A chart of more rows is set tighter rather than over more than a page. */
const HIGHEST_SHARE = 0.82;
const POINTS_PER_MM = 72 / 25.4;
/** The ids of drawings that a document has already, are smaller. */
const FIRST_ID = 10_000;

/** The paragraph in which a chart of a report is to stand. */
export function chartParagraph(number: number): Paragraph {
	return new Paragraph({
		style: STYLE.chart,
		keepNext: true,
		children: [markRun('chart', number)]
	});
}

/** Adds native charts to a document, each with the workbook of its data: by number the run that shows it. */
export async function drawCharts(
	word: OfficePackage,
	charts: readonly NumberedChart[],
	ground: ChartGround
): Promise<Map<number, string>> {
	const { owner, at } = ground;
	const drawn = new Map<number, string>();
	for (const { chart, number } of charts) {
		const look = lookOf(chart, ground);
		const relationship = await embedChart(word, chart, { owner, look, at });
		const { width, height } = look;
		const words = { name: chart.caption, alternative: chart.alternative };
		const frame = { ...words, relationship, id: FIRST_ID + number, width, height };
		drawn.set(number, `<w:r>${wordFrame(frame)}</w:r>`);
	}
	return drawn;
}

function lookOf(chart: ReportChart, { profile, language, width, font }: ChartGround): ChartLook {
	const { height, margins } = profile.page;
	const highest = (height - margins.top - margins.bottom) * POINTS_PER_MM * HIGHEST_SHARE;
	const isLong = chart.kind !== 'line' && chart.categories.length > MANY_ROWS;
	const size = isLong ? LETTERS.many : LETTERS.few;
	const wanted = chartHeight(chart, { width, size }) * (isLong ? TIGHT : 1);
	return {
		language,
		width,
		height: Math.min(wanted, highest),
		size,
		...(font !== undefined && { font })
	};
}
