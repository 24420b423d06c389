import { AppError } from '#lib/base/app-error.ts';
import { columnLetter } from '#lib/base/cell-address.ts';
import { MOST } from './bounds.ts';

/** Throws AppError `file.long-cell` (`row`, `column` as its letter, `most`) where the text is longer than a cell may be. */
export function refuseLong(text: string, { row, column }: { row: number; column: number }): void {
	if (text.length <= MOST.letters) return;
	const place = { row: String(row), column: columnLetter(column) };
	throw new AppError('file.long-cell', { ...place, most: MOST.letters });
}
