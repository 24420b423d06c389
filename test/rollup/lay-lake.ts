import { join } from 'node:path';
import { lastQuarterOf, yearOf } from '#lib/base/period.ts';
import { int32Column, int64Column, textColumn } from '#lib/engine/columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { sql } from '#lib/engine/sql.ts';
import type { ReportedEntry } from '#lib/rollup/encode-entries.ts';
import { writeFolders } from '#scripts/national/national.sql.ts';

/** Lays the submissions out as the figures of a lake, and says which files they are. */
export async function layLake(
	engine: Engine,
	folder: string,
	submissions: readonly { sequence: number; entries: readonly ReportedEntry[] }[]
): Promise<string> {
	const rows = submissions.flatMap(({ sequence, entries }) =>
		entries.map((entry) => ({ sequence, ...entry }))
	);
	const columns = {
		unit: textColumn(rows.map(({ unit }) => unit)),
		period: textColumn(rows.map(({ period }) => period)),
		measure: textColumn(rows.map(({ measure }) => measure)),
		state: textColumn(rows.map(({ state }) => state)),
		value: int64Column(rows.map(({ value }) => value)),
		sequence: int32Column(rows.map(({ sequence }) => sequence)),
		year: int32Column(rows.map(({ period }) => yearOf(period))),
		quarter: int32Column(rows.map(({ period }) => lastQuarterOf(period))),
		province: textColumn(rows.map(({ unit }) => unit))
	};
	await engine.load('laid', [encodeColumns(columns)]);
	await engine.run(writeFolders(join(folder, 'figures'), sql`SELECT * FROM laid`));
	return join(folder, 'figures', '**', '*.parquet');
}
