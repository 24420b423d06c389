import type { Period } from './period.ts';

/** A cell of a file, by row and column from 1, and what it says. */
export interface TrailCell {
	row: number;
	column: number;
	value: bigint;
}

/** A figure that a unit reported. */
export interface TrailFigure {
	unit: string;
	/** The unit directly below the one asked for through which the figure adds up; that one itself for its own. */
	via: string;
	/** For which it was given. */
	period: Period;
	/** The sum of its cells. */
	value: bigint;
	/** What of it counts at the unit asked for, where that is not all: a share of a unit that was split. */
	part?: bigint;
	/** True where nobody can say to which of the units below it belongs; only in a boundary mode. */
	isRemainder?: boolean;
	/** The submission that it comes from. */
	sequence: number;
	/** More than one where rows of the file name the same unit. */
	cells: TrailCell[];
}

/** A figure that was reported and does not count. */
export interface AsideFigure extends TrailFigure {
	/** What the figures of the units below add up to, which count in its place; absent where it gave way to others of its own. */
	below?: bigint;
}

/** What one measure brings to the numerator or the denominator. */
export interface TrailTerm {
	measure: string;
	/** Σ of its figures; absent where nobody gave one. */
	sum?: bigint;
	figures: TrailFigure[];
	setAside: AsideFigure[];
}

/** Where a unit's figure comes from. */
export interface Trail {
	numerator: TrailTerm[];
	/** Empty for a count. */
	denominator: TrailTerm[];
	/** The units at and below it whose report is missing, or incomplete where it is partial. */
	missing: { unit: string; isPartial: boolean }[];
}

/** What a figure was after a submission. */
export interface HistoryStep {
	sequence: number;
	/** Absent where nothing was reported. */
	numerator?: bigint;
	denominator?: bigint;
	/** True where the submission brought figures of the unit or those below for the period, changed or not. */
	isOwn: boolean;
}

/** How a figure came to be. */
export interface FigureHistory {
	/** The submissions that spoke of it or changed it, in order. */
	steps: HistoryStep[];
	/** How many older ones were left out. */
	omitted: number;
}
