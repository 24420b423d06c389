import { type CellColumn, type CellColumns, entryPlace, NOTHING } from './cell-columns.ts';
import type { Table } from './find-table.ts';
import { isLegacyText, isMarked } from './find-legacy-cells.ts';
import type { Cell } from './grid.ts';
import type { TemplateHeaders } from './header-dictionary.ts';
import { FEWEST_WORDS, headerWordFinder, ROWS_NEAR_THE_TOP } from './header-like.ts';
import { signIn } from './people-columns.ts';
import { isRead, tellsInTable, tellsOutside } from './people-remarks.ts';
import { personalHeading, personalLabel } from './personal-heading.ts';

/** True where no row far from the top has words enough for a header: there is no table but those found near the top. */
export function hasNoFurtherHeader(
	{ columns }: CellColumns,
	dictionary: readonly TemplateHeaders[]
): boolean {
	const isWord = headerWordFinder(dictionary);
	const wordy = columns.filter((column) => holdsBelow(column, column.dictionary.map(isWord)));
	return wordy.length < FEWEST_WORDS;
}

/** True where one of the marked entries of the dictionary stands far from the top. */
function holdsBelow({ codes }: CellColumn, isMarkedEntry: readonly boolean[]): boolean {
	if (!isMarkedEntry.includes(true)) return false;
	for (let at = ROWS_NEAR_THE_TOP; at < codes.length; at += 1) {
		const code = codes[at] ?? NOTHING;
		if (code < NOTHING && isMarkedEntry[entryPlace(code)]) return true;
	}
	return false;
}

/** True where no text is typed for an old Vietnamese font. */
export function isUnicode({ columns }: CellColumns): boolean {
	const counts = new Map<string, number>();
	for (const column of columns) {
		const marked = column.dictionary.map((cell) => typeof cell === 'string' && isMarked(cell));
		if (!marked.includes(true)) continue;
		for (const code of column.codes) {
			if (code >= NOTHING || !marked[entryPlace(code)]) continue;
			const text = String(column.dictionary[entryPlace(code)]);
			counts.set(text, (counts.get(text) ?? 0) + 1);
		}
	}
	return counts.size === 0 || !isLegacyText(counts);
}

/**
 * True where nothing in a table whose header is the first row can tell of persons: each different cell by itself says
 * nothing. What some cell says is to be weighed with the whole sheet, by `findPeople`.
 */
export function tellsNothingOfPersons({ columns }: CellColumns, table: Table): boolean {
	return columns.every(({ dictionary }, at) => {
		const role = table.columns[at]?.role;
		const tells = (cell: Cell): boolean =>
			isPersonalHeading(cell) ||
			signIn(String(cell), role) !== undefined ||
			tellsOutside(cell, false) ||
			(role !== undefined && isRead(role) && tellsInTable(cell, role));
		return !dictionary.some(tells);
	});
}

function isPersonalHeading(cell: Cell): boolean {
	if (typeof cell !== 'string' || !/\p{L}/u.test(cell)) return false;
	return personalHeading(cell) !== undefined || personalLabel(cell) !== undefined;
}
