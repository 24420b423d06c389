import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { dropTable } from '#lib/engine/table.sql.ts';
import { encodeEntries } from './encode-entries.ts';
import { encodeRollup } from './encode-rollup.ts';
import { type RollupSubmission, keyEntries } from './key-entries.ts';
import { type TableGround, makeTables } from './make-tables.ts';
import { rollupKeys } from './rollup-keys.ts';
import { outputPeriods, rollupRows } from './rollup-rows.sql.ts';

/** What a rollup is computed from, and by. */
export interface RollupInput extends TableGround {
	/** The submissions in force, in any order; of two that name the same cell the one with the higher sequence holds. */
	submissions: readonly RollupSubmission[];
	catalogue: Catalogue;
}

/**
 * Every indicator's total for every unit and period, as `readRollup` reads it: `IndicatorTotal`s for each quarter,
 * half-year and year with figures and each unit of the organisation as it was then, or as it is on the day of the
 * boundaries, those included that reported nothing. The rules are MODEL's: measures, parent totals, coverage; which
 * figures count is settled on each period's own map, boundaries only hang them anew.
 */
export async function rollUp(input: RollupInput): Promise<Uint8Array> {
	const { engine, submissions, units, catalogue, boundaries } = input;
	const keys = rollupKeys(units, catalogue);
	// Without any submission the table of entries still needs its columns.
	const nothing = { sequence: 0, bytes: encodeEntries([]) };
	const made = ['entry'];
	try {
		await engine.load('entry', keyEntries([nothing, ...submissions], keys));
		await makeTables(input, keys, { onName: (name) => made.push(name) });
		const periods = await engine.query(outputPeriods(), ({ slot, span }) => ({
			slot: Number(slot),
			span: Number(span)
		}));
		const rows = await engine.queryColumns(rollupRows());
		return encodeRollup({ rows, periods, keys, boundaries });
	} finally {
		for (const name of made) await engine.run(dropTable(name));
	}
}
