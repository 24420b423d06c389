import type { IsoDate } from '#lib/base/period.ts';
import type { Columns } from '#lib/engine/columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { createTable, dropTable } from '#lib/engine/table.sql.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { shapeDays } from './calendar.sql.ts';
import { askedTables, inputTables } from './input-tables.ts';
import { rehang } from './rehang.ts';
import type { RollupKeys } from './rollup-keys.ts';
import { outputPeriods } from './rollup-rows.sql.ts';
import {
	FIGURE_TABLES,
	ORGANISATION_TABLES,
	ROLLUP_TABLES,
	type RollupTable
} from './rollup-tables.sql.ts';

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

/** Is told the name of each table before it is made: whatever happens, these are to be dropped. */
export type OnName = (name: string) => void;

/** Makes the rollup's tables from the table `entry`, which must be there, up to the one named, and keeps them all. */
export async function makeTables(
	ground: TableGround,
	keys: RollupKeys,
	{ upTo, onName }: { upTo: string; onName: OnName }
): Promise<void> {
	await loadInputs(ground, keys, onName);
	const last = ROLLUP_TABLES.findIndex(({ name }) => name === upTo);
	await makeAll(ROLLUP_TABLES.slice(0, last + 1), { ...ground, keys, onName });
}

/** Loads the input tables: what units, measures and indicators are, under their places in the keys. */
export async function loadInputs(
	{ engine, units, lineage = [], boundaries }: TableGround,
	keys: RollupKeys,
	onName: OnName
): Promise<void> {
	const turningDays = boundaries === undefined ? [] : lineage.map(({ date }) => date);
	await loadAll(engine, inputTables(units, keys, turningDays), onName);
}

/** Makes the tables of periods and organisation from the table `cell` and the input tables, which must be there. */
export function makeOrganisation(
	ground: TableGround,
	keys: RollupKeys,
	onName: OnName
): Promise<void> {
	return makeAll(ORGANISATION_TABLES, { ...ground, keys, onName });
}

/**
 * Makes the tables of the indicators at these places alone, from those of the organisation and the table `cell`; those
 * that are spent are dropped for their memory.
 */
export async function makeFigures(
	ground: TableGround,
	keys: RollupKeys,
	{ places, onName }: { places: readonly number[]; onName: OnName }
): Promise<void> {
	await loadAll(ground.engine, askedTables(keys, places), onName);
	for (const table of FIGURE_TABLES) {
		await makeAll([table], { ...ground, keys, onName });
		for (const name of table.spent ?? []) await ground.engine.run(dropTable(name));
	}
}

async function loadAll(
	engine: Engine,
	tables: Record<string, Columns>,
	onName: OnName
): Promise<void> {
	for (const [name, columns] of Object.entries(tables)) {
		onName(name);
		await engine.load(name, [encodeColumns(columns)]);
	}
}

async function makeAll(
	tables: readonly RollupTable[],
	{ keys, onName, ...ground }: TableGround & { keys: RollupKeys; onName: OnName }
): Promise<void> {
	const { engine, boundaries } = ground;
	const rehung: Record<string, Columns> = {};
	for (const { name, rows } of tables) {
		if (name === 'hang' && boundaries !== undefined) {
			Object.assign(rehung, await rehungTables({ ...ground, boundaries }, keys));
		}
		onName(name);
		const columns = rehung[name];
		if (columns) await engine.load(name, [encodeColumns(columns)]);
		else await engine.run(createTable(name, rows()));
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
