import { foldMarks } from '#lib/base/fold.ts';
import { textsOf, type Table } from './find-table.ts';
import type { Grid } from './grid.ts';
import { namesPerson, personalSignInside } from './personal-text.ts';
import { isFooter } from './row-labels.ts';

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
	let footer = Number.NEGATIVE_INFINITY;
	for (const [index, cells] of grid.rows.entries()) {
		const table = tables.find(({ header, end }) => header <= index && index < end);
		const texts = textsOf(cells);
		if (texts.some((text) => FIGURE.test(text))) footer = Number.NEGATIVE_INFINITY;
		else if (isSignature(texts)) footer = index;
		const isSigned = index - footer <= SIGNED_BELOW;
		const isInTable = table !== undefined && !isFooter(texts) && !isSigned;
		for (const [at, text] of texts.entries()) {
			if (typeof cells[at] !== 'string' || text === '') continue;
			const tells = isInTable ? tellsInTable(text, table, at + 1) : tellsOutside(text, isSigned);
			if (tells) return { row: index + 1, column: at + 1 };
		}
	}
	return undefined;
}

function isSignature(texts: readonly string[]): boolean {
	const isShort = texts.filter((text) => text !== '').length <= 4;
	return isShort && texts.some((text) => text.length < 120 && SIGNATURE.test(foldMarks(text)));
}

/** In a table, units and remarks are looked at; a unit may be called after a person. */
function tellsInTable(text: string, { columns }: Table, column: number): boolean {
	const kind = columns.find((each) => each.column === column)?.role.kind ?? 'blank';
	if (kind === 'notes') return personalSignInside(text) !== undefined || namesPerson(text);
	if (kind === 'unit' || kind === 'unit-code') {
		const sign = personalSignInside(text);
		return sign !== undefined && sign !== 'names';
	}
	if (kind !== 'unknown' && kind !== 'blank') return false;
	return !/^\d+$/.test(text) && personalSignInside(text) !== undefined;
}

/** Outside, a telephone or an address of mail is the office's; in a signature a name is, too. */
function tellsOutside(text: string, isSigned: boolean): boolean {
	const sign = personalSignInside(text);
	return sign === 'ids' || (sign === 'names' && !isSigned);
}
