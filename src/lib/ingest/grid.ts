/** A cell as the reader gives it: text, a native number (Parquet, spreadsheets), or nothing. */
export type Cell = string | number | bigint | null;

/** One table of cells as read, nothing left out, so that row i of a message is row i of the file (from 1). */
export interface Grid {
	/** The sheet's name in a workbook. */
	sheet?: string;
	/** True for a sheet that the workbook does not show. */
	hidden?: boolean;
	rows: Cell[][];
}
