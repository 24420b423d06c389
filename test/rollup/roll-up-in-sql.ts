import type { Engine } from '#lib/engine/engine.ts';
import { dropTable } from '#lib/engine/table.sql.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { keyEntries } from '#lib/rollup/key-entries.ts';
import { makeTables } from '#lib/rollup/make-tables.ts';
import type { RollupInput } from '#lib/rollup/roll-up.ts';
import { rollupKeys } from '#lib/rollup/rollup-keys.ts';
import { outputPeriods, rollupRows } from '#lib/rollup/rollup-rows.sql.ts';
import { encodeRollup } from './encode-rollup.ts';

/** What `rollUp` gives, worked out by the SQL that rolls up a lake. */
export async function rollUpInSql(
	engine: Engine,
	{ submissions, catalogue, ...organisation }: RollupInput
): Promise<Uint8Array> {
	const keys = rollupKeys(organisation.units, catalogue);
	const made = new Set(['entry']);
	// Without any submission the table of entries still needs its columns.
	const all = [{ sequence: 0, bytes: encodeEntries([]) }, ...submissions];
	await engine.load('entry', keyEntries(all, keys));
	await makeTables({ ...organisation, engine }, keys, {
		upTo: 'pending_share',
		onName: (name) => void made.add(name)
	});
	const rows = await engine.queryColumns(rollupRows());
	const periods = await engine.query(outputPeriods(), ({ slot, span }) => ({
		slot: Number(slot),
		span: Number(span)
	}));
	for (const name of made) await engine.run(dropTable(name));
	return encodeRollup({ rows, periods, keys, boundaries: organisation.boundaries });
}
