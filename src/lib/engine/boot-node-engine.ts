import {
	NODE_RUNTIME,
	VoidLogger,
	createDuckDB,
	type DuckDBBundles
} from '@duckdb/duckdb-wasm/blocking';
import { offlineSettings } from './boot.sql.ts';
import { connectEngine } from './connect-engine.ts';
import type { Engine } from './engine.ts';

/** The engine on Node: the very DuckDB of the browser, in this thread. */
export async function bootNodeEngine(): Promise<Engine> {
	const database = await createDuckDB(bundles(), new VoidLogger(), NODE_RUNTIME);
	await database.instantiate(() => undefined);
	database.open({ path: ':memory:', query: { castDecimalToDouble: true } });
	const connection = database.connect();
	for (const setting of offlineSettings('no-extensions')) connection.query(setting.text);
	return connectEngine({
		query: (text) => connection.query(text),
		queryOne(text) {
			const statement = connection.prepare(text);
			try {
				return statement.query();
			} finally {
				statement.close();
			}
		},
		insertArrowFromIPCStream: (stream, options) =>
			connection.insertArrowFromIPCStream(stream, options),
		close() {
			connection.close();
			database.reset();
		}
	});
}

function bundles(): DuckDBBundles {
	const address = import.meta.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
	const mainModule = decodeURIComponent(new URL(address).pathname);
	return { mvp: { mainModule, mainWorker: '' }, eh: { mainModule, mainWorker: '' } };
}
