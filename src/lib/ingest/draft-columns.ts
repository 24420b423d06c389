import { MOST } from './bounds.ts';
import { type CellColumns, gridOf } from './cell-columns.ts';
import { areTooMany } from './check-names.ts';
import type { DraftGridOptions } from './draft-grid.ts';
import { draftLong } from './draft-long.ts';
import type { Draft } from './draft.ts';
import type { EntryColumns } from './entry-columns.ts';
import { findProgress } from './find-progress.ts';
import type { Table } from './find-table.ts';
import { findTables } from './find-tables.ts';
import { headerDictionary } from './header-dictionary.ts';
import { hasNoFurtherHeader, isUnicode, tellsNothingOfPersons } from './plain-columns.ts';
import { rememberedAnswers } from './remembered-answers.ts';
import { placeOf } from './table-line.ts';
import { proposingFor, unitDirectory } from './unit-directory.ts';

/** So many rows from the top tell the table: twice as many as those in which one word is worth a look. */
const HEAD = 400;
const LEGACY_TEXT = 'legacy-text';

/** A draft whose entries are kept column by column. */
export type ColumnDraft = Omit<Draft, 'entries'> & { entries: EntryColumns };

/**
 * What a long table of plain cells would bring if it were committed: just what `draftGrid` says of it, worked out on
 * whole columns. `undefined` where it is no such table: `draftGrid` understands it.
 */
export function draftColumns({
	cells,
	...options
}: Omit<DraftGridOptions, 'grid' | 'corrections'> & { cells: CellColumns }):
	ColumnDraft | undefined {
	const { file, sha256, catalogue, units, lineage, period, answers = {} } = options;
	if (Object.hasOwn(answers, LEGACY_TEXT)) return undefined;
	const grid = gridOf(cells, HEAD);
	const found = onlyTable(cells, { ...options, head: grid.rows.length });
	if (!found || areTooMany(namesIn(cells, found), units.length)) return undefined;
	if (!isUnicode(cells) || !tellsNothingOfPersons(cells, found)) return undefined;
	const table = { ...found, end: cells.length };
	const known = { ...rememberedAnswers(table, options.layouts ?? []), ...answers };
	const directory = proposingFor(unitDirectory(units, lineage), MOST.suggestions);
	const context = { grid, catalogue, period, directory };
	const draft = draftLong({ cells, table, ...context, answers: known });
	return draft && { file, sha256, ...draft };
}

function namesIn({ columns }: CellColumns, table: Table): number {
	const place = placeOf(table.columns, 'unit-code') ?? placeOf(table.columns, 'unit') ?? -1;
	return columns[place]?.dictionary.length ?? 0;
}

/** The one table of the sheet, in the long layout with its header in the first row; `undefined` where it is another. */
function onlyTable(
	cells: CellColumns,
	{
		catalogue,
		head,
		...said
	}: Pick<DraftGridOptions, 'catalogue' | 'answers' | 'period' | 'layouts'> & { head: number }
): Table | undefined {
	const grid = gridOf(cells, head);
	if (findProgress(grid, catalogue.templates, said.answers)) return undefined;
	const dictionary = headerDictionary(catalogue.templates);
	const [table, ...others] = findTables(grid, dictionary, said);
	if (!table || others.length > 0 || table.template || table.rivals) return undefined;
	if (table.header !== 1 || table.end !== head) return undefined;
	return hasNoFurtherHeader(cells, dictionary) ? table : undefined;
}
