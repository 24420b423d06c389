import { columnLetter } from '#lib/base/cell-address.ts';
import type { Table, TableColumn } from './find-table.ts';
import type { Cell } from './grid.ts';
import { frameColumn } from './header-dictionary.ts';
import type { HeaderText } from './header-key.ts';

/** The columns of a header that names a unit, a measure and a value: one figure a row; `undefined` for any other. */
export function longColumns(cells: readonly HeaderText[]): TableColumn[] | undefined {
	const kinds = cells.map(({ key }) => frameColumn(key));
	const hasUnit = kinds.includes('unit') || kinds.includes('unit-code');
	if (!hasUnit || !kinds.includes('measure-name') || !kinds.includes('value')) return undefined;
	return cells.map(({ text, key }, at): TableColumn => {
		const column = { column: at + 1, name: text || columnLetter(at + 1), key };
		const first = kinds.indexOf(kinds[at]) === at;
		const kind = kinds[at] && first ? kinds[at] : undefined;
		if (kind) return { ...column, role: { kind }, by: 'exact' };
		return { ...column, role: { kind: text === '' ? 'blank' : 'unknown' } };
	});
}

/**
 * True for a row under such a header with a number where the header says so, and at most one word that a header might
 * use: the measure that it is a figure of. No table begins in it, so that none need be looked for.
 */
export function isFigureRow(
	{ columns }: Pick<Table, 'columns'>,
	cells: readonly Cell[],
	words: number
): boolean {
	if (words > 1) return false;
	const value = cells[columns.findIndex(({ role }) => role.kind === 'value')] ?? '';
	if (columns.every(({ role }) => role.kind !== 'measure-name')) return false;
	return typeof value === 'string' ? /^\d[\d.,]*$/.test(value) : true;
}
