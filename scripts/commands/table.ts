import { AppError } from '#lib/base/app-error.ts';
import { settleLegacyText } from '#lib/ingest/legacy-text.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { neutralText } from '#lib/base/neutral-text.ts';
import { writeCsv } from '#lib/base/write-csv.ts';
import type { Options } from './options.ts';
import { openFile } from './read-input.ts';
import { readLayouts } from './read-layouts.ts';

/** Prints the grid of one table as read, old fonts' text converted where the layout says so, as CSV in which no cell is a formula; 0 on success. */
export async function table({ files, sheet = 1, layout }: Options): Promise<number> {
	const layouts = await readLayouts(layout);
	const grids = await readFile({ ...(await openFile(files[0] ?? '')), cells: 'shown' });
	const grid = grids[sheet - 1];
	if (!grid) throw new AppError('cli.bad-sheet', { sheet, count: grids.length });
	const isConverted = layouts.some(({ answers }) => answers['legacy-text'] === 'convert');
	const { rows } = isConverted ? settleLegacyText(grid, { 'legacy-text': 'convert' }).grid : grid;
	const safe = rows.map((row) =>
		row.map((cell) => (typeof cell === 'string' ? neutralText(cell) : cell))
	);
	process.stdout.write(writeCsv(safe));
	return 0;
}
