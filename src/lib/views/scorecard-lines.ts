import type { ScorecardColumn } from './scorecard-columns.ts';
import type { ScorecardUnit } from './scorecard-units.ts';

/** A row or column of the scorecard: a unit, or an indicator. */
export type ScorecardLine =
	| { kind: 'unit'; key: string; unit: ScorecardUnit; isWhole: boolean }
	| { kind: 'indicator'; key: string; column: ScorecardColumn };

/** What stands below one another, and what side by side. */
export interface ScorecardLines {
	rows: ScorecardLine[];
	columns: ScorecardLine[];
}

/** The measures of a scorecard, in pixels. */
export interface ScorecardLayout {
	/** The width of the names, and of each column beside them. */
	name: number;
	column: number;
	/** The height of the head, and of each row below it. */
	head: number;
	row: number;
}

const WIDE = { name: 19, column: 8.25, head: 6, row: 2.625 };
const NARROW = { name: 8.5, column: 6.75, head: 7.5, row: 3.75 };
/** Below this width of the frame, in rem, names and columns are narrow. */
const NARROW_BELOW = 40;
const MOST_OF_COLUMN = 13;

/** Units as rows, the unit in view first, and indicators as columns; or the other way round. */
export function scorecardLines({
	whole,
	units,
	columns,
	isTransposed
}: {
	whole: ScorecardUnit;
	units: readonly ScorecardUnit[];
	columns: readonly ScorecardColumn[];
	isTransposed: boolean;
}): ScorecardLines {
	const ofUnits = [whole, ...units].map((unit): ScorecardLine => ({
		...{ kind: 'unit', key: unit.unit, unit, isWhole: unit === whole }
	}));
	const ofIndicators = columns.map((column): ScorecardLine => ({
		...{ kind: 'indicator', key: column.id, column }
	}));
	return isTransposed
		? { rows: ofIndicators, columns: ofUnits }
		: { rows: ofUnits, columns: ofIndicators };
}

/** The unit and the indicator of two lines that cross; `undefined` where they do not, or one of them is a head. */
export function crossingOf(
	a: ScorecardLine | undefined,
	b: ScorecardLine | undefined
): { unit: ScorecardUnit; column: ScorecardColumn } | undefined {
	const [unit, indicator] = a?.kind === 'unit' ? [a, b] : [b, a];
	if (unit?.kind !== 'unit' || indicator?.kind !== 'indicator') return undefined;
	return { unit: unit.unit, column: indicator.column };
}

/** The measures for a frame: the columns fill it where they do not need more. */
export function lineLayout({
	columns,
	width,
	rem
}: {
	columns: number;
	/** The width of the frame, and one rem, in pixels. */
	width: number;
	rem: number;
}): ScorecardLayout {
	const isNarrow = width < NARROW_BELOW * rem;
	const { name, column, head, row } = isNarrow ? NARROW : WIDE;
	const share = Math.floor((width - name * rem) / Math.max(1, columns));
	const wide = Math.min(Math.max(column * rem, share), MOST_OF_COLUMN * rem);
	const columnWidth = Math.round(wide);
	return {
		name: Math.round(Math.max(name * rem, width - columns * columnWidth)),
		column: columnWidth,
		head: Math.round(head * rem),
		row: Math.round(row * rem)
	};
}
