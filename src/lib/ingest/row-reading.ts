import type { Issue } from '#lib/base/issue.ts';
import type { Period } from '#lib/base/period.ts';
import type { PercentColumn } from '#lib/catalogue/catalogue.ts';
import { asParam, cellIssue } from './cell-issue.ts';
import type { MatchedUnit } from './draft.ts';
import type { Cell } from './grid.ts';
import type { Question } from './question.ts';
import { readNumber, readPartOfWhole, type NumberReading } from './read-number.ts';

/** A header that says that a cell holds a part and its whole: "Đạt/Tổng số". */
const WITH_WHOLE = /\/\s*(?:tổng|ts\b)/iu;

const NOTHING: Issue[] = [];

/** A column of counts. */
export interface CountColumn {
	measure: string;
	/** Its place in the grid, from 1. */
	column: number;
	/** Its header in the file. */
	name: string;
}

/** A cell of a count column, read. */
export interface CellReading extends CountColumn {
	cell: Cell;
	reading: NumberReading;
}

/** A cell of a percentage column, with the rule that computes it. */
export interface PercentReading {
	name: string;
	cell: Cell;
	percent: PercentColumn;
}

/** A row of figures as read, whether an error keeps it out or not. */
export interface RowReading {
	/** From 1. */
	row: number;
	/** The unit's name or code as it stands there. */
	label: string;
	/** The code of the unit, and how it was found; absent where none was. */
	unit?: string;
	unitBy?: MatchedUnit['by'];
	/** Absent where none was found. */
	period?: Period;
	/** What tells several rows of one unit apart (level, term): empty where nothing does. */
	split: string;
	cells: CellReading[];
	percentages: PercentReading[];
}

/** A total row, with the sets of rows that it may be the total of, the likeliest first. */
export interface TotalReading {
	total: RowReading;
	covers: (readonly RowReading[])[];
}

/** All that a table says. */
export interface TableReading {
	rows: RowReading[];
	totals: TotalReading[];
	issues: Issue[];
	/** What the rows leave open, one question a key. */
	questions: Question[];
}

/** What a step of the import finds: issues, whose errors keep their rows out, and further rows that must stay out. */
export interface Findings {
	issues: Issue[];
	rejected?: number[];
}

/** Reads one cell of a count column. */
export function readCell({ cell, ...column }: CountColumn & { cell: Cell }): CellReading {
	return cellReader(column)(cell);
}

/** Reads the cells of a count column, one after the other. */
export function cellReader({ measure, column, name }: CountColumn): (cell: Cell) => CellReading {
	const holdsParts = WITH_WHOLE.test(name);
	return (cell) => {
		const part = holdsParts ? readPartOfWhole(cell) : undefined;
		return { measure, column, name, cell, reading: part ?? readNumber(cell) };
	};
}

/** A cell with another reading. */
export function withReading(cell: CellReading, reading: NumberReading): CellReading {
	return { ...cell, reading };
}

/** True for a row that holds at least one figure. */
export function hasFigures({ cells }: RowReading): boolean {
	return cells.some(({ reading }) => reading.state === 'figure');
}

/** The figure of a measure in a row; `undefined` where the cell holds none. */
export function figureOf(cells: readonly CellReading[], measure: string): bigint | undefined {
	const reading = cells.find((each) => each.measure === measure)?.reading;
	return reading?.state === 'figure' ? reading.value : undefined;
}

/** What is wrong with the cells of a row, and what was done to read them. */
export function cellIssues({ row, cells }: RowReading): Issue[] {
	if (cells.every(isPlain)) return NOTHING;
	return cells.flatMap(({ name: column, cell, reading }) => {
		if (reading.state === 'unreadable') {
			const { params } = reading;
			return [cellIssue({ severity: 'error', code: reading.fault, row, column, cell, params })];
		}
		if (reading.state !== 'figure' || !reading.remark) return [];
		const params = { figure: asParam(reading.value), ...reading.params };
		return [cellIssue({ severity: 'info', code: reading.remark, row, column, cell, params })];
	});
}

/** True for a cell of which nothing is to be told. */
function isPlain({ reading }: CellReading): boolean {
	return reading.state === 'figure' ? !reading.remark : reading.state !== 'unreadable';
}
