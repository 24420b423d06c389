/** A cell as the reader gives it: text, a native number (Parquet, spreadsheets), or nothing. */
export type Cell = string | number | bigint | null;

/** A merged range of cells, its ends included, from 1; its value stands in the first cell. */
export interface MergedRange {
	top: number;
	left: number;
	bottom: number;
	right: number;
}

/** The old encodings that Vietnamese fonts hid behind Latin letters. */
export type LegacyEncoding = 'tcvn3' | 'vni';

/** What an old font makes of the letters set in it. */
export interface LegacyFont {
	encoding: LegacyEncoding;
	/** True for a font that shows small letters as capitals, as `.VnTimeH` does. */
	capitals?: boolean;
}

/** One table of cells as read, nothing left out, so that row i of a message is row i of the file (from 1). */
export interface Grid {
	/** The sheet's name in a workbook. */
	sheet?: string;
	/** True for a sheet that the workbook does not show. */
	hidden?: boolean;
	rows: Cell[][];
	/** True where the sheet has notes on cells, which are not read. */
	hasNotes?: true;
	/** Absent where the file knows none. */
	merges?: MergedRange[];
	/** Rows and columns, from 1, that the sheet does not show though they hold something. */
	hiddenRows?: number[];
	hiddenColumns?: number[];
	/** The cells of text, by row and column from 1, that are set in an old Vietnamese font, where the file tells fonts. */
	legacyFonts?: ({ row: number; column: number } & LegacyFont)[];
}
