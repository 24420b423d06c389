import { type Sql, sql } from './sql.ts';

/**
 * The settings that keep DuckDB from reaching for the network: without them a query that needs an extension asks
 * extensions.duckdb.org for it.
 *
 * @param repository an address of our own where there are none, for a query that asks by name
 */
export function offlineSettings(repository: string): Sql[] {
	return [
		sql`SET autoinstall_known_extensions = false`,
		sql`SET autoload_known_extensions = false`,
		sql`SET custom_extension_repository = ${repository}`
	];
}
