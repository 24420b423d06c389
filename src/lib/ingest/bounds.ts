/** How much of a file is read at most. Each is well above what an office has, and below what ends a browser's tab. */
export const MOST = {
	/** Of any file: half of what one text may be long in the engines of browsers. */
	megabytes: 500,
	/** Of an .xls file: its reader works on the whole of it at once. */
	megabytesOfXls: 50,
	/** All needed parts of an archive, unpacked: the XML of 3 million cells is about as long. */
	megabytesUnpacked: 300,
	/** The parts of a workbook but its sheets and texts: the 65 490 styles that Excel allows come to a third. */
	megabytesBesideSheets: 30,
	/** All pages of a Parquet file, unpacked: kept column by column, not at once. */
	megabytesOfPages: 1_500,
	/** The files in an archive: a workbook has some tens, and one a sheet. */
	entries: 10_000,
	/** The sheets of a workbook: each is looked at for tables. */
	sheets: 500,
	/** The rows of a table: twelve times as many as Excel has; empty ones cost as much as others. */
	rows: 12_000_000,
	/** As many columns as Excel has: a table needs some tens. */
	columns: 16_384,
	/** The cells of a file, blank ones too. */
	cells: 50_000_000,
	/** The cells that a spreadsheet writes out, since its XML is ten times as long as CSV. */
	writtenCells: 3_000_000,
	/** The tags of rows and cells in a sheet, those of blank ones that are only coloured too. */
	tags: 20_000_000,
	/** The cells of rows that a spreadsheet speaks of, as wide as its widest row. */
	laidOutCells: 20_000_000,
	/** The header rows in a sheet, those that pages repeat too, and its tables: each costs a look at the whole dictionary. */
	headers: 2_000,
	tables: 300,
	/** The different names in a table's unit column beside twice as many as there are units: each costs a search of its own. */
	unitNames: 10_000,
	/** The names that similar units are proposed for: nobody answers as many questions. */
	suggestions: 1_000,
	/** The letters of a cell: three times what Excel takes. What is longer is swallowed rows, or made to be. */
	letters: 100_000
} as const;

/** The largest page of a Parquet file that is unpacked, in bytes; DuckDB writes up to 100 million. */
export const LARGEST_PAGE = 128_000_000;

/** What Deflate can pack at best, by its own format: a file that claims to unpack to more lies. */
export const DENSEST = 1_032;
