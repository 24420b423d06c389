import type { Language } from '#lib/base/language.ts';
import type { NarrativePart } from './sentence-parts.ts';

/**
 * A report as plain data: every format writes this and nothing else, so that Word, slides, workbook, print and briefing
 * say the same. All words are in the report's language already; every number that is printed carries its exact form.
 */
export interface Report {
	language: Language;
	/** The layout that it is set in, by id (data/reports/profiles.json). */
	profile: string;
	head: ReportHead;
	sections: ReportSection[];
	/** The letters in brackets that occur in it, with what they mean; empty where none does. */
	letters: ShorthandLine[];
	/** The sentence on where the figures come from and how complete they are, which stands under every chart and table. */
	source: string;
}

/** What stands before the first section and after the last; what nobody entered is left to be filled in by hand. */
export interface ReportHead {
	/** `Báo cáo kết quả thực hiện các chỉ tiêu …`. */
	title: string;
	/** The title in the two parts that an official document sets apart: `Báo cáo`, `Kết quả thực hiện các chỉ tiêu …`. */
	kind: string;
	subject: string;
	/** The unit and the period that it speaks of: `Đảng bộ thành phố Minh Họa · quý III/2026`. */
	scope: string;
	unit: string;
	period: string;
	/** The units that figures stand on, where not as reported. */
	boundaries?: string;
	/** `21/11/2026`: the day on which it was made. */
	made: string;
	/** The letterhead's and the signature's words, by the profile's fields: `{ superior: 'ĐẢNG BỘ …', signer: … }`. */
	fields: Readonly<Record<string, string>>;
}

/** A numbered part of a report. */
export interface ReportSection {
	/** Which of the sections of a definition it came of, and in a section of one indicator which: `indicator:women`. */
	id: string;
	title: string;
	/** The title where there is little room; absent where it is short. */
	shortTitle?: string;
	/** 1 for the outermost. */
	level: 1 | 2 | 3;
	blocks: ReportBlock[];
}

/** A piece of a section. */
export type ReportBlock =
	| { kind: 'paragraph'; parts: readonly ReportPart[] }
	| { kind: 'list'; items: readonly (readonly ReportPart[])[] }
	| { kind: 'table'; table: ReportTable }
	| { kind: 'chart'; chart: ReportChart };

/** A piece of a sentence; a number carries the code that leads back to its figure. */
export interface ReportPart extends NarrativePart {
	trace?: string;
	/** `code` for the codes that close a sentence, which are set small. */
	role?: 'code';
}

/** A table with a caption over it; the header is repeated on every page, a row is never split. */
export interface ReportTable {
	/** `Kết quả theo đơn vị, năm 2024`; the number before it is the writer's. */
	caption: string;
	columns: readonly ReportColumn[];
	rows: readonly ReportRow[];
}

/** A column of a table. */
export interface ReportColumn {
	title: string;
	/** How its cells stand: text left, numbers right, a status in the middle. */
	align: 'left' | 'right' | 'center';
	/** Its share of the table's width, beside those of the others. */
	width: number;
	/** `code` for the column of trace codes, which is set small; `target` for that of the target beside each value. */
	role?: 'code' | 'target';
	/** Of a column of codes the place of the column whose figures they lead back to; that of the names where absent. */
	codeOf?: number;
	/** What is set small under the title; absent where nothing is. */
	below?: string;
}

/** A row of a table. */
export interface ReportRow {
	cells: readonly ReportCell[];
	/** How deep its unit lies below the first; 0 for that one. */
	depth: number;
	/** True for a row that sums up the others. */
	isTotal?: boolean;
}

/** A cell of a table. */
export interface ReportCell {
	/** As printed: `92,42%`, `1.234`, `Đạt`, `< 5 [c]`. */
	text: string;
	/** Where it is a number that may be shown: exact for counts, of a ratio the nearest number to the exact one. */
	number?: ReportNumber;
	/** Where the text is a status. */
	status?: string;
	/** Which explain how it is to be read; also part of the text. */
	letters?: readonly ShorthandLetter[];
	/** The code that leads from the printed figure back to the one in the app. */
	trace?: string;
	/** True for names, which are Vietnamese in every language. */
	isName?: true;
	/** What is set small under the text, as the code of the row; absent where nothing is. */
	below?: string;
}

/** A number for programs that calculate. */
export interface ReportNumber {
	value: number;
	/** A ratio is a part of 1, printed in per cent. */
	unit: 'count' | 'ratio' | 'points';
	/** With how many decimals it is printed, in per cent where it is a ratio. */
	decimals: number;
}

/** Provisional, revised, break in the series, not applicable, suppressed. */
export type ShorthandLetter = 'p' | 'r' | 'b' | 'x' | 'c';

/** What a letter in brackets means. */
export interface ShorthandLine {
	letter: ShorthandLetter;
	meaning: string;
}

/** A chart that every format draws with its own means; a gauge is a bullet of one category here. */
export interface ReportChart {
	/**
	 * `bars`: one value a category; `bullets`: with its own target beside each value; `line`: over periods, with target
	 * lines and bands; `levels`: parts of a whole, stacked.
	 */
	kind: 'bars' | 'bullets' | 'line' | 'levels';
	caption: string;
	/** Where it shows only some of its units: its caption without a word on that, and how many there are. */
	whole?: { caption: string; count: number };
	/** What it shows, in a sentence, for those who do not see it. */
	alternative: string;
	/** Ratios are parts of 1. */
	unit: 'ratio' | 'count';
	/** Of the printed labels. */
	decimals: number;
	categories: readonly string[];
	/** Over periods one of role `value` for each stretch between two breaks, so that no line is drawn across a break. */
	series: readonly ReportSeries[];
	/** Where units or rules changed; absent where nowhere. */
	breaks?: readonly ReportBreak[];
	/** The code of the figure that the chart as a whole shows, where it is one. */
	trace?: string;
}

/** A change of units or rules along a line: what lies before it and after it are not one series. */
export interface ReportBreak {
	/** The place of the first category after it. */
	at: number;
	/** `Sáp nhập 01/07/2025`. */
	label: string;
}

/** A row of values of a chart. */
export interface ReportSeries {
	name: string;
	/** What it is drawn as; `level-1` … are those of a stack from the best down. */
	role: 'value' | 'target' | 'band-low' | 'band-high' | 'mean' | 'before' | `level-${number}`;
	/** One for each category; `null` where there is none, which stays a gap. */
	values: readonly (number | null)[];
	/** As printed beside each value; absent where nothing is. */
	labels?: readonly (string | null)[];
	/** By status, for the colour of each value; absent for series that are no values. */
	statuses?: readonly (string | null)[];
	/** The places whose value is provisional: drawn hollow. */
	provisional?: readonly number[];
}
