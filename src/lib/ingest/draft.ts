import type { Issue } from '#lib/base/issue.ts';
import type { Answers } from '#lib/base/layout.ts';
import type { Period } from '#lib/base/period.ts';
import type { Question } from './question.ts';

/** What one cell says: a figure, "x" (not applicable), or nothing reported. They are three things (MODEL "Measures"). */
export type EntryState = 'figure' | 'not-applicable' | 'missing';

/** One cell of data, settled: whose, when, what, how many, and where in the file it stands. */
export interface Entry {
	unit: string;
	period: Period;
	measure: string;
	state: EntryState;
	/** The figure; 0 where the state is not `figure`. */
	value: bigint;
	/** Row and column of the cell in the grid as read, from 1. */
	row: number;
	column: number;
}

/**
 * How a column came to carry what it carries: by its code, its header as the template spells it (`exact`), another
 * spelling that the dictionary knows (`synonym`), the headers over it (`path`), or the analyst's word (`answer`).
 */
export type ColumnMatchWay = 'code' | 'exact' | 'synonym' | 'path' | 'answer';

/** A header cell, and what its column was taken for. */
export interface MatchedColumn {
	/** From 1. */
	column: number;
	/** The header as it stands there; levels joined with " › ". */
	header: string;
	/** A measure (`b1.xs`), an attribute (`b5.cap`), or `index`, `unit`, `unit-code`, `period`, `notes`, `percent`, `ignored`. */
	carries: string;
	/** Absent where the column is ignored. */
	by?: ColumnMatchWay;
	/** The period that the column speaks of, where the header names one. */
	period?: Period;
}

/** A name in the sheet, and which unit it was taken for. */
export interface MatchedUnit {
	row: number;
	text: string;
	/** The unit's code. */
	unit: string;
	/** By its code, its name as listed, a folded spelling of it, a name it had before, or the analyst's word. */
	by: 'code' | 'name' | 'fold' | 'former-name' | 'answer';
}

/** A total of the sheet beside our own sum of the rows that it covers. */
export interface ComparedTotal {
	row: number;
	label: string;
	measure: string;
	expected: bigint;
	found: bigint;
}

/** How a table was understood: what its header cells, names and totals were taken for. */
export interface Matches {
	/** The last header row of the table, from 1; absent where no table was found. */
	header?: number;
	/** The keys of its headers in their order, blank ones left out: they tell the layout. */
	headers: string[];
	columns: MatchedColumn[];
	units: MatchedUnit[];
	totals: ComparedTotal[];
}

/** What a file would bring if it were committed: its entries, its counts and everything found wrong with it. */
export interface Draft {
	file: string;
	/** SHA-256 of the file's bytes, hexadecimal. */
	sha256: string;
	/** The sheet's name in a workbook; absent for CSV and Parquet. */
	sheet?: string;
	/** From 1, where a sheet holds several tables; absent where it holds one. */
	table?: number;
	/** `B1` … `B7`, or `long` for the long layout; absent where none was recognised. */
	template?: string;
	/** The periods that the entries speak of, in order, or the rows where none was accepted; one for a tidy sheet. */
	periods: Period[];
	/** Data rows: read = accepted + rejected; total rows, titles and blanks are none. */
	rows: { read: number; accepted: number; rejected: number };
	/** Sum of the accepted figures by measure, in the order of the columns. */
	totals: Record<string, bigint>;
	entries: Entry[];
	issues: Issue[];
	/** What only the analyst can say, and has not said yet. */
	questions: Question[];
	/** What was said, now or for an earlier file of the layout, and had an effect. */
	answers: Answers;
	matches: Matches;
}
