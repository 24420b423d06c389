import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { Columns } from '#lib/engine/columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { createTable, dropTable } from '#lib/engine/table.sql.ts';
import type { IsoDate } from '#lib/base/period.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { shapeDays } from './calendar.sql.ts';
import { encodeEntries } from './encode-entries.ts';
import { encodeRollup } from './encode-rollup.ts';
import { inputTables } from './input-tables.ts';
import { type RollupSubmission, keyEntries } from './key-entries.ts';
import { rehang } from './rehang.ts';
import { type RollupKeys, rollupKeys } from './rollup-keys.ts';
import { outputPeriods, rollupRows } from './rollup-rows.sql.ts';
import { ROLLUP_TABLES } from './rollup-tables.sql.ts';

/** What a rollup is computed from, and by. */
export interface RollupInput {
	/** No other rollup may run on it at the same time. */
	engine: Engine;
	/** The submissions in force, in any order; of two that name the same cell the one with the higher sequence holds. */
	submissions: readonly RollupSubmission[];
	units: readonly Unit[];
	/** What became of units; of use only in a boundary mode. */
	lineage?: readonly LineageEvent[];
	catalogue: Catalogue;
	/** The day whose units all periods are shown on; without it each period stands on its own map, as reported. */
	boundaries?: IsoDate;
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
	const turningDays = boundaries === undefined ? [] : (input.lineage ?? []).map(({ date }) => date);
	const inputs = inputTables(units, keys, turningDays);
	// Without any submission the table of entries still needs its columns.
	const nothing = { sequence: 0, bytes: encodeEntries([]) };
	try {
		await engine.load('entry', keyEntries([nothing, ...submissions], keys));
		for (const [name, columns] of Object.entries(inputs)) {
			await engine.load(name, [encodeColumns(columns)]);
		}
		const rehung: Record<string, Columns> = {};
		for (const { name, rows, spent = [] } of ROLLUP_TABLES) {
			if (name === 'hang' && boundaries !== undefined) {
				Object.assign(rehung, await rehungTables({ ...input, boundaries }, keys));
			}
			const columns = rehung[name];
			if (columns) await engine.load(name, [encodeColumns(columns)]);
			else await engine.run(createTable(name, rows()));
			for (const table of spent) await engine.run(dropTable(table));
		}
		const periods = await engine.query(outputPeriods(), ({ slot, span }) => ({
			slot: Number(slot),
			span: Number(span)
		}));
		const rows = await engine.queryColumns(rollupRows());
		return encodeRollup({ rows, periods, keys, boundaries });
	} finally {
		const names = ['entry', ...Object.keys(inputs), ...ROLLUP_TABLES.map(({ name }) => name)];
		for (const name of names) await engine.run(dropTable(name));
	}
}

/** The tables that hang figures on the map of another day, in place of those for each period's own map. */
async function rehungTables(
	{ engine, units, lineage = [], boundaries }: RollupInput & { boundaries: IsoDate },
	keys: RollupKeys
): Promise<Record<string, Columns>> {
	const shapes = await engine.query(shapeDays(), ({ shape, day }) => ({
		shape: Number(shape),
		day: String(day)
	}));
	const periods = (await engine.query(outputPeriods(), () => undefined)).length;
	return rehang({ units, lineage, boundaries, keys, shapes, periods });
}
