import type { Answers } from '#lib/base/layout.ts';
import type { Measure } from '#lib/catalogue/catalogue.ts';
import type { Table } from './find-table.ts';
import type { Question } from './question.ts';
import type { RowReading } from './row-reading.ts';

/** What settling cells that could be several things needs. */
export interface CellContext {
	table: Table;
	answers: Answers;
	measures: ReadonlyMap<string, Measure>;
}

/** Rows in which cells were settled, and what they leave open. */
export interface SettledCells {
	rows: RowReading[];
	questions: Question[];
}
