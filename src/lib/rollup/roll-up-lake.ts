import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { parquetRows, writeParquet } from '#lib/engine/parquet.sql.ts';
import { addRows, createTable, createView, dropTable } from '#lib/engine/table.sql.ts';
import { cells } from './in-force.sql.ts';
import { keyTables } from './lake-keys.ts';
import { figuresAside, lakeEntries, lakeYears, periodKeys, sortedTotals } from './lake.sql.ts';
import { loadInputs, makeFigures, makeOrganisation, type TableGround } from './make-tables.ts';
import { rollupKeys, type RollupKeys } from './rollup-keys.ts';
import { outputPeriods } from './rollup-rows.sql.ts';
import { FIGURE_TABLES } from './rollup-tables.sql.ts';
import { slicesOf } from './slices.ts';

/** What a lake is rolled up from, by what, and where to. */
export interface LakeInput extends TableGround {
	/** An engine of its own that reaches files: its tables are left there. */
	engine: Engine;
	catalogue: Catalogue;
	/** The Parquet files with the figures, `a glob`, in folders `year=2024/quarter=4/…`. */
	figures: string;
	/** The path of the file that takes the totals of some of the indicators. */
	partPath: (part: number) => string;
	/** Rows of the rollup that are worked on together: what spills of them is written twice. */
	rowsAtATime?: number;
	onStep?: (step: LakeStep) => void;
}

/** How far it is. */
export interface LakeStep {
	step: 'figures' | 'totals';
	done: number;
	total: number;
}

/** What was rolled up. */
export interface LakeRollup {
	keys: RollupKeys;
	periods: number;
	/** Files of totals that were written. */
	parts: number;
	/** Rows of the lake that are not counted, by reason. */
	aside: { reason: string; figures: number }[];
}

const ROWS_AT_A_TIME = 8_000_000;

/**
 * Rolls the lake up as `rollUp` does submissions, by the same SQL, and writes the totals as Parquet: a row for each
 * unit, period and indicator, by their names, in files of some of the indicators each, sorted by unit.
 */
export async function rollUpLake(input: LakeInput): Promise<LakeRollup> {
	const { engine, units, catalogue, figures } = input;
	const keys = rollupKeys(units, catalogue);
	await loadInputs(input, keys, () => undefined);
	for (const [name, columns] of Object.entries(keyTables(keys)))
		await engine.load(name, [encodeColumns(columns)]);
	await engine.run(createView('lake_figure', parquetRows(figures)));
	const aside = await engine.query(figuresAside(), ({ reason, figures }) => ({
		reason: String(reason),
		figures: Number(figures)
	}));
	await makeLakeCells(input);
	await makeOrganisation(input, keys, () => undefined);
	await engine.run(createTable('period_key', periodKeys()));
	const periods = (await engine.query(outputPeriods(), () => undefined)).length;
	return { keys, periods, parts: await writeTotals(input, keys, periods), aside };
}

/** Makes the table `cell`, a year of the lake after the other: a cell's statements all stand in one year's folders. */
async function makeLakeCells({ engine, onStep }: LakeInput): Promise<void> {
	const years = await engine.query(lakeYears(), ({ year }) => Number(year));
	for (const [at, year] of (years.length > 0 ? years : [0]).entries()) {
		await engine.run(createView('entry', lakeEntries(year)));
		await engine.run(at === 0 ? createTable('cell', cells()) : addRows('cell', cells()));
		onStep?.({ step: 'figures', done: at + 1, total: years.length });
	}
}

/** Writes the totals, slice of indicators after slice; the number of files. */
async function writeTotals(input: LakeInput, keys: RollupKeys, periods: number): Promise<number> {
	const { engine, partPath, rowsAtATime = ROWS_AT_A_TIME, onStep } = input;
	const rows = keys.units.length * periods * keys.indicators.length;
	const slices = slicesOf(keys.indicators.length, Math.ceil(rows / rowsAtATime));
	for (const [part, places] of slices.entries()) {
		await makeFigures(input, keys, { places, onName: () => undefined });
		await engine.run(writeParquet(partPath(part), sortedTotals()));
		for (const { name } of FIGURE_TABLES) await engine.run(dropTable(name));
		onStep?.({ step: 'totals', done: part + 1, total: slices.length });
	}
	return slices.length;
}
