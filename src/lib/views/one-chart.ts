import type { Language } from '#lib/base/language.ts';
import type { Movements } from './one-chart-change.ts';
import type { SmallTrends } from './one-chart-multiples.ts';
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
	drawing: ReportChart | SmallTrends | Movements;
	/** The data as the chart shows them. */
	shown: ReportTable;
	/** Every figure of its units, in every period. */
	full: ReportTable;
	/** What its files are called, without extension. */
	name: string;
}
