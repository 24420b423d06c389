import type { Language } from '#lib/base/language.ts';
import { paperColours, type Tone } from './palette.ts';

/** An option for ECharts, as plain data. */
export type ChartOption = Record<string, unknown>;

/** How and where a chart is drawn. */
export interface ChartLook {
	language: Language;
	tone: Tone;
	/** True where the reader asked for less motion. */
	isStill: boolean;
	/** The box, in pixels. */
	width: number;
	height: number;
}

/** The family of every text in a chart. */
const FONT = "'Inter Variable', system-ui, sans-serif";

/** What every chart has in common: typeface and motion. */
export function chartBase({ tone, isStill }: ChartLook): ChartOption {
	return {
		animation: !isStill,
		animationDuration: 300,
		animationDurationUpdate: 200,
		textStyle: { fontFamily: FONT, color: paperColours(tone).ink }
	};
}
