import { expect, test } from 'vitest';
import { offlineSettings } from '#lib/engine/boot.sql.ts';
import { sql } from '#lib/engine/sql.ts';
import { createTable, dropTable } from '#lib/engine/table.sql.ts';

test('a table is made of the rows of a query, under a quoted name', () => {
	expect(createTable('unit', sql`SELECT ${'MH'} AS code`).text).toBe(
		`CREATE OR REPLACE TABLE "unit" AS SELECT 'MH' AS code`
	);
	expect(dropTable('unit').text).toBe('DROP TABLE IF EXISTS "unit"');
});

test('the engine is kept from the network before it answers its first query', () => {
	expect(offlineSettings('https://example.org/no-extensions').map(({ text }) => text)).toEqual([
		'SET autoinstall_known_extensions = false',
		'SET autoload_known_extensions = false',
		"SET custom_extension_repository = 'https://example.org/no-extensions'"
	]);
});
