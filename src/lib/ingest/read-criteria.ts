import type { Issue } from '#lib/base/issue.ts';
import type { Draft } from './draft.ts';
import type { CriteriaTable, CriterionRow, FormColumn } from './find-criteria.ts';
import type { Cell, Grid } from './grid.ts';
import type { Question } from './question.ts';
import { readCell, type CellReading, type RowReading } from './row-reading.ts';

/** Where a form is read: a column of figures, and the grid. */
interface ColumnPlace {
	found: CriteriaTable;
	grid: Grid;
	column: FormColumn;
}

/**
 * A column of a form as a row of figures, turned: its row is the column of the grid, its cells' columns are the rows and
 * are called as their criteria. `inPlace` turns what is found about it back.
 */
export function readFormColumn({ found, grid, column }: ColumnPlace): RowReading {
	const cells = found.rows.flatMap((criterion): CellReading[] => {
		if (criterion.id === undefined) return [];
		const cell = cellAt(grid, criterion, column);
		return [
			readCell({ measure: criterion.id, column: criterion.row, name: criterion.label, cell })
		];
	});
	return { row: column.column, label: column.name, split: '', cells, percentages: [] };
}

/** A row of a form as it stands, with a figure for each column of figures. */
export function readCriterion(
	criterion: CriterionRow,
	{ grid, columns }: { grid: Grid; columns: readonly FormColumn[] }
): RowReading {
	const cells = columns.map((column) =>
		readCell({ measure: column.name, ...column, cell: cellAt(grid, criterion, column) })
	);
	return { row: criterion.row, label: criterion.label, split: '', cells, percentages: [] };
}

/** The cell of a criterion in a column. */
export function cellAt(grid: Grid, { row }: CriterionRow, { column }: FormColumn): Cell {
	return grid.rows[row - 1]?.[column - 1] ?? null;
}

/** The columns of figures of a form: this period, and the year before. */
export function figureColumns({ current, yearBefore }: CriteriaTable): FormColumn[] {
	return yearBefore ? [current, yearBefore] : [current];
}

/** An issue or a question about a turned row, at the cell of the form that it is about. */
export function inPlace<Finding extends Issue | Question>(
	finding: Finding,
	found: CriteriaTable
): Finding {
	const column = figureColumns(found).find((each) => each.column === finding.row);
	const criterion = found.rows.find(({ label }) => label === finding.column);
	return column && criterion ? { ...finding, row: criterion.row, column: column.name } : finding;
}

/** The entries of turned rows, at the cells of the form. */
export function entriesInPlace(entries: Draft['entries']): Draft['entries'] {
	return entries.map((entry) => ({ ...entry, row: entry.column, column: entry.row }));
}
