import { foldMarks } from '#lib/base/fold.ts';
import { textsOf, type Table, type TableColumn } from './find-table.ts';
import type { Cell, Grid } from './grid.ts';
import type { ColumnRole } from './column-role.ts';
import { namesPerson, personalSignInside } from './personal-text.ts';
import { isBlank, isFooter } from './row-labels.ts';

const SIGNATURE =
	/\b(?:lap bieu|nguoi lap|lien he|dien thoai|dt|sdt|hotline|email|e-mail|dia chi|kiem soat|phu trach|tham muu|noi nhan|t\/m|k\/t|tm\.|kt\.|truong ban|chanh van phong|bi thu|chu tich|thu truong|ki thay|ky thay|ky ten|nguoi nhan)\b/;
const SIGNED_BELOW = 8;
const FIGURE = /^\d{1,3}(?:[.,]?\d{3})*(?:[.,]\d+)?$/;

/**
 * The cell, by row and column from 1, whose text names a person, an identity number or a telephone among the units and
 * remarks of a table, in its title or in the notes under it. Signatures and lines of contacts are none: nothing of them
 * is kept.
 */
export function findPeopleRemark(
	grid: Grid,
	tables: readonly Table[]
): { row: number; column: number } | undefined {
	const read = tables.map(({ columns }) => columns.filter(({ role }) => isRead(role)));
	let footer = Number.NEGATIVE_INFINITY;
	for (const [index, cells] of grid.rows.entries()) {
		if (cells.every(isBlank)) continue;
		const place = tables.findIndex(({ header, end }) => header <= index && index < end);
		const texts = cells.some(isFigure) ? undefined : textsOf(cells);
		if (!texts) footer = Number.NEGATIVE_INFINITY;
		else if (isSignature(texts)) footer = index;
		const isSigned = index - footer <= SIGNED_BELOW;
		const inTable = isSigned || (texts && isFooter(texts)) ? undefined : read[place];
		const column = inTable ? columnInTable(cells, inTable) : columnOutside(cells, isSigned);
		if (column !== undefined) return { row: index + 1, column };
	}
	return undefined;
}

function isFigure(cell: Cell): boolean {
	return typeof cell === 'string' ? FIGURE.test(cell) : cell !== null;
}

function isSignature(texts: readonly string[]): boolean {
	const isShort = texts.filter((text) => text !== '').length <= 4;
	return isShort && texts.some((text) => text.length < 120 && SIGNATURE.test(foldMarks(text)));
}

/** In a table, units and remarks are looked at, and all of B8. */
export function isRead({ kind }: ColumnRole): boolean {
	return ['unit', 'unit-code', 'notes', 'progress', 'unknown', 'blank'].includes(kind);
}

function columnInTable(
	cells: readonly Cell[],
	columns: readonly TableColumn[]
): number | undefined {
	return columns.find(({ column, role }) => tellsInTable(cells[column - 1], role))?.column;
}

/** True for a cell of a table that tells of a person; a unit may be called after one. */
export function tellsInTable(cell: Cell | undefined, { kind }: ColumnRole): boolean {
	if (typeof cell !== 'string' || cell === '') return false;
	const sign = personalSignInside(cell);
	if (kind === 'notes') return sign !== undefined || namesPerson(cell);
	if (kind === 'unit' || kind === 'unit-code') return sign !== undefined && sign !== 'names';
	return sign !== undefined && !/^\d+$/.test(cell);
}

/** Outside, a telephone or an address of mail is the office's; in a signature a name is, too. */
function columnOutside(cells: readonly Cell[], isSigned: boolean): number | undefined {
	const at = cells.findIndex((cell) => tellsOutside(cell, isSigned));
	return at < 0 ? undefined : at + 1;
}

/** True for a cell outside all tables that tells of a person; in a signature a name may stand. */
export function tellsOutside(cell: Cell, isSigned: boolean): boolean {
	const sign = typeof cell === 'string' ? personalSignInside(cell) : undefined;
	return sign === 'ids' || (sign === 'names' && !isSigned);
}
