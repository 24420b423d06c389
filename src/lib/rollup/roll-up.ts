import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { type Column, type Columns, narrowed } from '#lib/engine/columns.ts';
import { dropTable } from '#lib/engine/table.sql.ts';
import { encodeRollup } from './encode-rollup.ts';
import { interleaved, type Part } from './interleave.ts';
import type { RollupSubmission } from './key-entries.ts';
import { makeCells } from './make-cells.ts';
import {
	loadInputs,
	makeFigures,
	makeOrganisation,
	type OnName,
	type TableGround
} from './make-tables.ts';
import { rollupKeys, type RollupKeys } from './rollup-keys.ts';
import { outputPeriods, rollupRows } from './rollup-rows.sql.ts';
import { FIGURE_TABLES } from './rollup-tables.sql.ts';
import { slicesOf } from './slices.ts';

/** What a rollup is computed from, and by. */
export interface RollupInput extends TableGround {
	/** The submissions in force, in any order; of two that name the same cell the one with the higher sequence holds. */
	submissions: readonly RollupSubmission[];
	catalogue: Catalogue;
	/** How much the engine works on at a time: more would not fit its memory in a large organisation. */
	atATime?: { bytes: number; rows: number };
}

/** Bytes of submissions and rows of the rollup: telling what holds, and adding it up, takes many times their memory. */
const AT_A_TIME = { bytes: 48_000_000, rows: 1_500_000 };

/**
 * Every indicator's total for every unit and period, as `readRollup` reads it: `IndicatorTotal`s for each quarter,
 * half-year and year with figures and each unit of the organisation as it was then, or as it is on the day of the
 * boundaries, those included that reported nothing. The rules are MODEL's: measures, parent totals, coverage; which
 * figures count is settled on each period's own map, boundaries only hang them anew.
 */
export async function rollUp(input: RollupInput): Promise<Uint8Array> {
	const { engine, submissions, units, catalogue, boundaries, atATime = AT_A_TIME } = input;
	const keys = rollupKeys(units, catalogue);
	const made = new Set<string>();
	const onName = (name: string): void => void made.add(name);
	try {
		await loadInputs(input, keys, onName);
		await makeCells({ engine, submissions, keys, bytesAtATime: atATime.bytes, onName });
		await makeOrganisation(input, keys, onName);
		const periods = await engine.query(outputPeriods(), ({ slot, span }) => ({
			slot: Number(slot),
			span: Number(span)
		}));
		const rows = await rowsOf(input, { keys, periods: periods.length, onName });
		return encodeRollup({ rows, periods, keys, boundaries });
	} finally {
		for (const name of made) await engine.run(dropTable(name));
	}
}

/** The rows of `rollupRows` for all indicators, a slice of them at a time. */
async function rowsOf(
	input: RollupInput,
	{ keys, periods, onName }: { keys: RollupKeys; periods: number; onName: OnName }
): Promise<Columns> {
	const { engine, atATime = AT_A_TIME } = input;
	const rows = keys.units.length * periods * keys.indicators.length;
	const parts: Part[] = [];
	for (const places of slicesOf(keys.indicators.length, Math.ceil(rows / atATime.rows))) {
		await makeFigures(input, keys, { places, onName });
		const part = await engine.queryColumns(rollupRows());
		parts.push({ rows: small(part), count: places.length });
		for (const { name } of FIGURE_TABLES) await engine.run(dropTable(name));
	}
	return interleaved(parts);
}

function small(columns: Columns): Columns {
	return Object.fromEntries(
		Object.entries(columns).map(([name, column]): [string, Column] => [
			name,
			column.type === 'int64' || column.type === 'int32' ? narrowed(column) : column
		])
	);
}
