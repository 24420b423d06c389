import type { IsoDate } from '#lib/base/period.ts';
import type { Columns } from '#lib/engine/columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { createTable, dropTable } from '#lib/engine/table.sql.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { shapeDays } from './calendar.sql.ts';
import { inputTables } from './input-tables.ts';
import { rehang } from './rehang.ts';
import type { RollupKeys } from './rollup-keys.ts';
import { outputPeriods } from './rollup-rows.sql.ts';
import { ROLLUP_TABLES } from './rollup-tables.sql.ts';

/** Where tables are made, and on which maps. */
export interface TableGround {
	/** No other tables of these names may be made on it at the same time. */
	engine: Engine;
	units: readonly Unit[];
	/** What became of units; of use only in a boundary mode. */
	lineage?: readonly LineageEvent[];
	/** The day whose units all periods are shown on; without it each period stands on its own map, as reported. */
	boundaries?: IsoDate;
}

/**
 * Makes the rollup's tables from the table `entry`, which must be there: all of them, those that are spent dropped for
 * their memory; or up to the one named, and all kept. Whatever happens, the names are of tables to be dropped.
 */
export async function makeTables(
	ground: TableGround,
	keys: RollupKeys,
	{ upTo, onName }: { upTo?: string; onName: (name: string) => void }
): Promise<void> {
	const { engine, units, lineage = [], boundaries } = ground;
	const turningDays = boundaries === undefined ? [] : lineage.map(({ date }) => date);
	for (const [name, columns] of Object.entries(inputTables(units, keys, turningDays))) {
		onName(name);
		await engine.load(name, [encodeColumns(columns)]);
	}
	const rehung: Record<string, Columns> = {};
	for (const { name, rows, spent = [] } of ROLLUP_TABLES) {
		if (name === 'hang' && boundaries !== undefined) {
			Object.assign(rehung, await rehungTables({ ...ground, boundaries }, keys));
		}
		onName(name);
		const columns = rehung[name];
		if (columns) await engine.load(name, [encodeColumns(columns)]);
		else await engine.run(createTable(name, rows()));
		if (name === upTo) return;
		for (const table of upTo === undefined ? spent : []) await engine.run(dropTable(table));
	}
}

/** The tables that hang figures on the map of another day, in place of those for each period's own map. */
async function rehungTables(
	{ engine, units, lineage = [], boundaries }: TableGround & { boundaries: IsoDate },
	keys: RollupKeys
): Promise<Record<string, Columns>> {
	const shapes = await engine.query(shapeDays(), ({ shape, day }) => ({
		shape: Number(shape),
		day: String(day)
	}));
	const periods = (await engine.query(outputPeriods(), () => undefined)).length;
	return rehang({ units, lineage, boundaries, keys, shapes, periods });
}
