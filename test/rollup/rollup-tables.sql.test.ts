import { expect, test } from 'vitest';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import { sql } from '#lib/engine/sql.ts';
import { createTable } from '#lib/engine/table.sql.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { inputTables } from '#lib/rollup/input-tables.ts';
import { keyEntries } from '#lib/rollup/key-entries.ts';
import { rollupKeys } from '#lib/rollup/rollup-keys.ts';
import { rollupRows } from '#lib/rollup/rollup-rows.sql.ts';
import { ROLLUP_TABLES } from '#lib/rollup/rollup-tables.sql.ts';
import { useEngine } from '#test/engine/use-engine.ts';
import { catalogueOf } from './random-reports.ts';

const engine = useEngine();

const COLUMNS = {
	cell: 'unit INTEGER, measure INTEGER, slot INTEGER, is_year_sum BOOLEAN, state INTEGER, value BIGINT',
	period: 'period INTEGER, slot INTEGER, map_slot INTEGER, span INTEGER, is_year BOOLEAN',
	map_day: 'slot INTEGER, day VARCHAR, shape INTEGER',
	node: 'shape INTEGER, unit INTEGER, record INTEGER, parent INTEGER',
	branch: 'shape INTEGER, ancestor INTEGER, descendant INTEGER',
	below: 'shape INTEGER, ancestor INTEGER, descendant INTEGER',
	hang: 'shape INTEGER, descendant INTEGER, ancestor INTEGER, lower BIGINT, upper BIGINT, scale BIGINT, is_first BOOLEAN, is_remainder BOOLEAN',
	claim: 'shape INTEGER, descendant INTEGER, unit INTEGER',
	shown: 'period INTEGER, unit INTEGER',
	member: 'shape INTEGER, selection INTEGER, unit INTEGER',
	reporter: 'shape INTEGER, selection INTEGER, unit INTEGER',
	basis:
		'period INTEGER, indicator INTEGER, selection INTEGER, year_slot INTEGER, shape INTEGER, is_closed BOOLEAN, is_ended BOOLEAN',
	reading: 'period INTEGER, term INTEGER, shape INTEGER, slot INTEGER',
	answer:
		'period INTEGER, term INTEGER, shape INTEGER, unit INTEGER, answer_slot INTEGER, figure_slot INTEGER, value BIGINT',
	counted: 'period INTEGER, term INTEGER, shape INTEGER, unit INTEGER, slot INTEGER, value BIGINT',
	year_cell:
		'period INTEGER, term INTEGER, shape INTEGER, unit INTEGER, slot INTEGER, state INTEGER, value BIGINT',
	year_answer:
		'period INTEGER, term INTEGER, unit INTEGER, answer_slot INTEGER, figure_slot INTEGER, has_quarter BOOLEAN',
	year_counted:
		'period INTEGER, term INTEGER, shape INTEGER, unit INTEGER, slot INTEGER, value BIGINT',
	own: 'period INTEGER, indicator INTEGER, shape INTEGER, unit INTEGER, slot INTEGER, numerator BIGINT, denominator BIGINT',
	total:
		'period INTEGER, indicator INTEGER, unit INTEGER, slot INTEGER, numerator BIGINT, denominator BIGINT',
	remainder:
		'period INTEGER, indicator INTEGER, unit INTEGER, numerator BIGINT, denominator BIGINT',
	unallocated: 'period INTEGER, indicator INTEGER, unit INTEGER',
	lag: 'period INTEGER, indicator INTEGER, unit INTEGER, units INTEGER',
	duty: 'period INTEGER, indicator INTEGER, shape INTEGER, unit INTEGER, is_reported BOOLEAN, is_pending BOOLEAN',
	last_denominator: 'period INTEGER, indicator INTEGER, unit INTEGER, value BIGINT',
	coverage:
		'period INTEGER, indicator INTEGER, unit INTEGER, expected INTEGER, reported INTEGER, pending INTEGER, unknown INTEGER, last_denominator BIGINT',
	pending_share:
		'period INTEGER, indicator INTEGER, unit INTEGER, numerator BIGINT, denominator BIGINT',
	rollup:
		'unit INTEGER, period INTEGER, indicator INTEGER, numerator BIGINT, denominator BIGINT, reported INTEGER, expected INTEGER, pending_units INTEGER, pending_unknown INTEGER, pending_last_denominator BIGINT, pending_numerator BIGINT, pending_denominator BIGINT, as_of_slot INTEGER, is_yearly BOOLEAN, stale INTEGER, closed BOOLEAN, remainder_numerator BIGINT, remainder_denominator BIGINT, unallocated BOOLEAN'
};

test('the tables of the rollup have the columns that their readers name, and no sum wider than 64 bits', async () => {
	const keys = rollupKeys([], catalogueOf([]));
	const nothing = [{ sequence: 0, bytes: encodeEntries([]) }];
	await engine().load('entry', keyEntries(nothing, keys));
	for (const [name, columns] of Object.entries(inputTables([], keys))) {
		await engine().load(name, [encodeColumns(columns)]);
	}
	const found: Record<string, string> = {};
	for (const { name, rows } of [...ROLLUP_TABLES, { name: 'rollup', rows: rollupRows }]) {
		await engine().run(createTable(name, rows()));
		const columns = await engine().query(
			sql`SELECT column_name || ' ' || data_type AS column FROM duckdb_columns() WHERE table_name = ${name} ORDER BY column_index`,
			({ column }) => String(column)
		);
		found[name] = columns.join(', ');
	}
	expect(found).toEqual(COLUMNS);
});
