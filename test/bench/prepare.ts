import { LARGE_NAMES } from '#scripts/large/write-large-files.ts';
import { ensureLarge } from '#test/ground/ensure-ground.ts';
import { ensureLake } from './bench-nation.ts';
import { plantedFolders } from './rows/growth.ts';
import type { Stage } from './stage.ts';

/** Makes all that the rows of a whole run stand on, where it is not there: some minutes from a clean clone. */
export async function prepare(stage: Stage): Promise<void> {
	const { files } = stage;
	const large = ensureLarge();
	// One at a time: the process that makes them drives the browser as well.
	for (const name of LARGE_NAMES) {
		await files.csv(name);
		await stage.visited(name);
	}
	await files.parquet('1m');
	await files.parquet('4m');
	await files.xlsx();
	await stage.visited('tidy');
	await ensureLake();
	await plantedFolders(stage);
	await large;
}
