import { type BookGrid, gridWidth } from './book-row.ts';

/** The paper that a sheet is printed on. */
export interface BookPaper {
	orientation: 'portrait' | 'landscape';
	/** In per cent: as wide as the tables, never enlarged. */
	scale: number;
	/** How much of the sheet stands on a page, in points of the sheet. */
	capacity: number;
	margins: {
		top: number;
		right: number;
		bottom: number;
		left: number;
		header: number;
		footer: number;
	};
}

const INCH = 72;
const [SHORT, LONG] = [595, 842];
const MARGINS = { top: 0.8, right: 0.5, bottom: 0.7, left: 0.5, header: 0.4, footer: 0.35 };
const PORTRAIT_WIDTH = 560;
/** Programs measure letters differently: so much is left free. */
const SURE = 0.95;

/** The A4 paper for tables of that width. */
export function bookPaper(grid: BookGrid): BookPaper {
	const width = gridWidth(grid);
	const isUpright = width <= PORTRAIT_WIDTH;
	const [across, down] = isUpright ? [SHORT, LONG] : [LONG, SHORT];
	const printed = across - (MARGINS.left + MARGINS.right) * INCH;
	const scale = Math.max(10, Math.min(100, Math.floor((printed / width) * 100 * SURE)));
	const height = down - (MARGINS.top + MARGINS.bottom) * INCH;
	return {
		orientation: isUpright ? 'portrait' : 'landscape',
		scale,
		capacity: (height / scale) * 100 * SURE,
		margins: MARGINS
	};
}
