import type { Language } from '#lib/base/language.ts';
import type { ReportChart } from '#lib/views/report.ts';

/** How a native chart is set: its size is that of the frame which it will stand in. */
export interface ChartLook {
	language: Language;
	/** In points. */
	width: number;
	/** In points. */
	height: number;
	/** Of its letters, in points. */
	size: number;
	/** The name of its letters; those of the document's theme where absent. */
	font?: string;
	/** True where numbers are written as the reader's place writes those of the cells around, whatever the language. */
	isLocal?: boolean;
	/** True where the caption stands within the chart, because nothing around it says what it shows. */
	hasTitle?: boolean;
}

/** How wide the space between two rows of bars is, in per cent of a bar. */
export const BAR_GAP = 60;

/** The same between marks, which are higher than bars. */
export const MARK_GAP = 18;

const ROW = 2.1;
const AROUND = 5.5;
const LOWEST = 11;
const LINE_SHAPE = 0.46;

/** How high a chart of that width should be, in points: a line for each row of bars, or the shape of a landscape. */
export function chartHeight(
	{ kind, categories }: ReportChart,
	{ width, size }: { width: number; size: number }
): number {
	if (kind === 'line') return Math.round(width * LINE_SHAPE);
	return Math.round(size * Math.max(LOWEST, AROUND + categories.length * ROW));
}
