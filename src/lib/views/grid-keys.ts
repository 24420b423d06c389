/** Where a grid is and how large it is. */
export interface GridMove {
	/** The place of the row, from 0, and the number of the column. */
	from: { place: number; column: number };
	/** How many rows, the numbers of the columns in their order, and the rows of a page. */
	size: { places: number; columns: readonly number[]; page: number };
	/** True for the way to the very end. */
	isFar: boolean;
}

/**
 * Where a key leads from a cell, as in a spreadsheet; `undefined` for a key that leads nowhere. `next` and `previous` go
 * along the row, and at its end to the row below or above.
 */
export function moveOf(
	key: string,
	{ from, size, isFar }: GridMove
): { place: number; column: number } | undefined {
	const { place, column } = from;
	const last = size.places - 1;
	const at = Math.max(0, size.columns.indexOf(column));
	const right = size.columns.length - 1;
	const row = (next: number): { place: number; column: number } => ({
		place: Math.max(0, Math.min(last, next)),
		column
	});
	const cell = (next: number): { place: number; column: number } => ({
		place,
		column: size.columns[Math.max(0, Math.min(right, next))] ?? column
	});
	switch (key) {
		case 'ArrowDown':
			return row(isFar ? last : place + 1);
		case 'ArrowUp':
			return row(isFar ? 0 : place - 1);
		case 'ArrowRight':
			return cell(isFar ? right : at + 1);
		case 'ArrowLeft':
			return cell(isFar ? 0 : at - 1);
		case 'PageDown':
			return row(place + size.page);
		case 'PageUp':
			return row(place - size.page);
		case 'Home':
			return isFar ? { ...cell(0), place: 0 } : cell(0);
		case 'End':
			return isFar ? { ...cell(right), place: last } : cell(right);
		case 'next':
			return at < right || place === last ? cell(at + 1) : { ...cell(0), place: place + 1 };
		case 'previous':
			return at > 0 || place === 0 ? cell(at - 1) : { ...cell(right), place: place - 1 };
		default:
			return undefined;
	}
}
