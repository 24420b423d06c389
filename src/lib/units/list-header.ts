import { cleanText, foldKey } from '#lib/base/fold.ts';

/** The cells of a list as a file reader gives them. */
export interface ListGrid {
	rows: (string | number | bigint | null)[][];
}

/** Where the header of a list ends, and where its columns stand. */
export interface ListHeader<Field extends string> {
	/** How many rows stand before the first of the data. */
	row: number;
	/** Place of each column found, and its title as the file writes it. */
	columns: Partial<Record<Field, { place: number; title: string }>>;
}

const HEADER_ROWS = 20;

/** The first row that has the columns that tell a list, by folded titles; `undefined` where none of the first rows has. */
export function findListHeader<Field extends string>(
	grid: ListGrid,
	titles: Readonly<Record<Field, string>>,
	telling: readonly Field[]
): ListHeader<Field> | undefined {
	const fields = Object.keys(titles) as Field[];
	const keys = new Map(fields.map((field) => [foldKey(titles[field]), field]));
	for (const [place, row] of grid.rows.slice(0, HEADER_ROWS).entries()) {
		const columns: ListHeader<Field>['columns'] = {};
		row.forEach((cell, column) => {
			const title = cleanText(String(cell ?? ''));
			const field = keys.get(foldKey(title));
			if (field) columns[field] ??= { place: column, title };
		});
		if (telling.every((field) => columns[field])) return { row: place + 1, columns };
	}
	return undefined;
}

/** The places of the rows below the header that say anything. */
export function dataRows(grid: ListGrid, { row }: { row: number }): number[] {
	return grid.rows.flatMap((cells, place) =>
		place >= row && cells.some((cell) => cleanText(String(cell ?? '')) !== '') ? [place] : []
	);
}
