import type { Engine } from '#lib/engine/engine.ts';
import { addRows, createTable, dropTable } from '#lib/engine/table.sql.ts';
import { encodeEntries } from './encode-entries.ts';
import { cells } from './in-force.sql.ts';
import { keyEntries, type RollupSubmission } from './key-entries.ts';
import type { OnName } from './make-tables.ts';
import type { RollupKeys } from './rollup-keys.ts';
import { slicesOf } from './slices.ts';

/** What a figure is looked for in. */
interface CellGround {
	engine: Engine;
	/** In any order. */
	submissions: readonly RollupSubmission[];
	keys: RollupKeys;
	/** So many bytes of submissions are worked on together. */
	bytesAtATime: number;
	onName: OnName;
}

/** Makes the table `cell`, the figures in force, from the submissions and the table `measure`, which must be there. */
export async function makeCells({
	engine,
	submissions,
	keys,
	bytesAtATime,
	onName
}: CellGround): Promise<void> {
	// Without any submission the table of entries still needs its columns.
	const all = [{ sequence: 0, bytes: encodeEntries([]) }, ...submissions];
	const bytes = submissions.reduce((sum, submission) => sum + submission.bytes.length, 0);
	const slices = slicesOf(keys.measures.length, Math.ceil(bytes / bytesAtATime));
	for (const [at, measures] of slices.entries()) {
		onName('entry');
		await engine.load('entry', keyEntries(all, keys, new Set(measures)));
		onName('cell');
		await engine.run(at === 0 ? createTable('cell', cells()) : addRows('cell', cells()));
		await engine.run(dropTable('entry'));
	}
}
