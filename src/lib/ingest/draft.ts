import type { Issue } from '#lib/base/issue.ts';
import type { Period } from '#lib/base/period.ts';

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

/** What a file would bring if it were committed: its entries, its counts and everything found wrong with it. */
export interface Draft {
	file: string;
	/** SHA-256 of the file's bytes, hexadecimal. */
	sha256: string;
	/** The sheet's name in a workbook; absent for CSV and Parquet. */
	sheet?: string;
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
}
