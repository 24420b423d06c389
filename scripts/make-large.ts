/** `tsx scripts/make-large.ts [FOLDER]`: writes the large sets of the benchmark, some 250 MB, the same bytes every time. */
import { join } from 'node:path';
import { LARGE_NAMES, largeFiles } from './large/write-large-files.ts';
import { ROOT } from './run.mjs';

const [folder = join(ROOT, '.cache', 'bench')] = process.argv.slice(2);
const files = largeFiles(folder);
for (const name of LARGE_NAMES) {
	for (const path of [await files.units(name), await files.csv(name), await files.parquet(name)])
		console.log(path);
}
for (const path of [await files.units('tidy'), await files.xlsx()]) console.log(path);
