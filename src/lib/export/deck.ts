import type { ReportChart, ReportPart } from '#lib/views/report.ts';
import type { TablePage } from './slide-table.ts';

/** A slide as plain data: what stands where in the room below its title, and what is said to it. */
export interface DeckSlide {
	title: string;
	pieces: readonly PlacedPiece[];
	/** The sentences in full, for who speaks. */
	notes: readonly string[];
}

/** A piece of a slide in its place, in points from the upper left corner of the room. */
export interface PlacedPiece {
	piece: DeckPiece;
	left: number;
	top: number;
	width: number;
	height: number;
}

/** What a slide is made of. */
export type DeckPiece =
	| { kind: 'text'; paragraphs: readonly DeckText[]; size: number }
	| { kind: 'figure'; figure: DeckFigure; size: number }
	| { kind: 'table'; page: TablePage; caption: string }
	| { kind: 'chart'; chart: ReportChart }
	| { kind: 'caption'; text: string }
	| { kind: 'foot'; text: string };

/** A paragraph or an item of a list. */
export interface DeckText {
	parts: readonly DeckPart[];
	isItem: boolean;
}

/** A piece of a sentence; bold where it names what the rest tells of. */
export interface DeckPart extends ReportPart {
	isHead?: true;
}

/** A figure that is read from the back of the room: `Tỷ lệ` over `92,42%`. */
export interface DeckFigure {
	label: string;
	text: string;
	/** What it is measured by: `Đạt · từ 90%`. */
	remark?: string;
	/** For its colour. */
	status?: string;
}

/** The room for what a slide shows, in points. */
export interface SlideRoom {
	width: number;
	height: number;
}

/** The sizes of letters on a slide, in points. */
export const SIZE = {
	text: 18,
	lead: 20,
	figure: 22,
	hero: 36,
	headline: 40,
	label: 14,
	caption: 14,
	chart: 14,
	foot: 10
};

/** The space between two pieces, in points. */
export const GAP = 12;
