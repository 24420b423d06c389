/** A cell of a grid, from 0. */
export interface GridPlace {
	row: number;
	column: number;
}

/** A key pressed in a grid: how large that is, and which of its cells can hold the focus. */
export interface GridKey {
	key: string;
	isControl: boolean;
	size: { rows: number; columns: number };
	isReachable: (place: GridPlace) => boolean;
}

const PAGE = 10;

/** The cell that the key leads to (ARIA practices for grids); `undefined` where it leads nowhere or is no such key. */
export function nextCell(from: GridPlace, pressed: GridKey): GridPlace | undefined {
	const { size, isReachable } = pressed;
	const way = wayOf(from, pressed);
	if (!way) return undefined;
	const { step } = way;
	let { row, column } = way.start;
	while (row >= 0 && row < size.rows && column >= 0 && column < size.columns) {
		if (isReachable({ row, column })) return { row, column };
		row += step.row;
		column += step.column;
	}
	return undefined;
}

/** Where to look first, and in which direction from there. */
function wayOf(
	{ row, column }: GridPlace,
	{ key, isControl, size }: GridKey
): { start: GridPlace; step: GridPlace } | undefined {
	const go = (rows: number, columns: number): { start: GridPlace; step: GridPlace } => ({
		start: { row: row + rows, column: column + columns },
		step: { row: rows, column: columns }
	});
	const [bottom, right] = [size.rows - 1, size.columns - 1];
	switch (key) {
		case 'ArrowDown':
			return go(1, 0);
		case 'ArrowUp':
			return go(-1, 0);
		case 'ArrowRight':
			return go(0, 1);
		case 'ArrowLeft':
			return go(0, -1);
		case 'Home':
			if (isControl) return { start: { row: 0, column }, step: { row: 1, column: 0 } };
			return { start: { row, column: 0 }, step: { row: 0, column: 1 } };
		case 'End':
			if (isControl) return { start: { row: bottom, column }, step: { row: -1, column: 0 } };
			return { start: { row, column: right }, step: { row: 0, column: -1 } };
		case 'PageDown':
			return { start: { row: Math.min(row + PAGE, bottom), column }, step: { row: -1, column: 0 } };
		case 'PageUp':
			return { start: { row: Math.max(row - PAGE, 0), column }, step: { row: 1, column: 0 } };
		default:
			return undefined;
	}
}
