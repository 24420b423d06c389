import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import wasmAddress from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerAddress from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { AppError } from '#lib/base/app-error.ts';
import { beginWorker } from './begin-worker.ts';
import { offlineSettings } from './boot.sql.ts';
import { type Connection, connectEngine } from './connect-engine.ts';
import type { Engine } from './engine.ts';

/** How long the boot may stand still, in milliseconds: a fetch of the wasm that fails is not reported. */
const LONGEST_SILENCE = 60_000;

/** The engine in a worker; throws the `AppError` `engine.no-boot` where it cannot be loaded. */
export async function bootBrowserEngine(): Promise<Engine> {
	const worker = beginWorker(workerAddress, 'classic');
	const lost = lossOf(worker);
	try {
		const connection = await Promise.race([connect(worker), lost]);
		performance.mark('engine-ready');
		return connectEngine(guarded(connection, lost));
	} catch (error) {
		worker.terminate();
		throw Object.assign(new AppError('engine.no-boot'), { cause: error });
	}
}

async function connect(worker: Worker): Promise<Connection> {
	const database = new AsyncDuckDB(new VoidLogger(), worker);
	await unlessSilent((onProgress) =>
		database.instantiate(absolute(wasmAddress), null, () => onProgress())
	);
	await database.open({ path: ':memory:', query: { castDecimalToDouble: true } });
	const connection = await database.connect();
	for (const setting of offlineSettings(absolute('/no-extensions'))) {
		await connection.query(setting.text);
	}
	return {
		query: (text) => connection.query(text),
		async queryOne(text) {
			const statement = await connection.prepare(text);
			try {
				return await statement.query();
			} finally {
				await statement.close();
			}
		},
		// The bytes are handed to the worker and lost to this thread: it gets a copy.
		insertArrowFromIPCStream: (stream, options) =>
			connection.insertArrowFromIPCStream(stream.slice(), options),
		close: () => database.terminate()
	};
}

/** Rejects when the task makes no progress for too long. */
async function unlessSilent(task: (onProgress: () => void) => Promise<unknown>): Promise<void> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	try {
		await new Promise((resolve, reject) => {
			const restart = (): void => {
				clearTimeout(timer);
				timer = setTimeout(() => reject(new Error('no progress')), LONGEST_SILENCE);
			};
			restart();
			task(restart).then(resolve, reject);
		});
	} finally {
		clearTimeout(timer);
	}
}

/** Rejects when the worker dies; the questions that it left open would never be answered. */
function lossOf(worker: Worker): Promise<never> {
	const lost = new Promise<never>((_, reject) => {
		worker.addEventListener('error', () => reject(new AppError('engine.broken')));
	});
	lost.catch(() => undefined);
	return lost;
}

function guarded(connection: Connection, lost: Promise<never>): Connection {
	return {
		query: async (text) => Promise.race([connection.query(text), lost]),
		queryOne: async (text) => Promise.race([connection.queryOne(text), lost]),
		insertArrowFromIPCStream: async (stream, options) =>
			Promise.race([connection.insertArrowFromIPCStream(stream, options), lost]),
		close: () => connection.close()
	};
}

function absolute(address: string): string {
	return new URL(address, location.href).href;
}
