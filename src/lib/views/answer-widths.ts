import type { Language } from '#lib/base/language.ts';
import type { QueryRows } from '#lib/base/query-answer.ts';
import { printCell } from './answer-cells.ts';

/** No column is narrower or wider, in characters. */
const LIMITS = { least: 7, most: 44 };
/** So many rows, spread over the answer, are measured. */
const MEASURED = 300;
/** The sign of the order and the space around a cell, in characters. */
const AROUND = 5;

/** How wide each column is to be, in characters, the same wherever the table is scrolled to. */
export function columnWidths({ columns, rows }: QueryRows, language: Language): number[] {
	const step = Math.max(1, Math.floor(rows.length / MEASURED));
	const measured = rows.filter((_, at) => at % step === 0);
	return columns.map((column, at) => {
		const longest = measured.reduce((longest, row) => {
			const cell = row[at];
			const length = cell === undefined ? 4 : printCell(cell, column, language).length;
			return Math.max(longest, length);
		}, column.name.length + 1);
		return Math.min(LIMITS.most, Math.max(LIMITS.least, longest + AROUND));
	});
}
