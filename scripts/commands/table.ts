import { AppError } from '#lib/base/app-error.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { writeCsv } from '#lib/ingest/write-csv.ts';
import type { Options } from './options.ts';
import { openFile } from './read-input.ts';

/** Prints the grid of one table as read, as CSV; 0 on success. */
export async function table({ files, sheet = 1 }: Options): Promise<number> {
	const grids = await readFile({ ...(await openFile(files[0] ?? '')), cells: 'shown' });
	const grid = grids[sheet - 1];
	if (!grid) throw new AppError('cli.bad-sheet', { sheet, count: grids.length });
	process.stdout.write(writeCsv(grid.rows));
	return 0;
}
