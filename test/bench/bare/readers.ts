import { bootDuckDB, readWithDuckDB } from './read-duckdb.ts';

/** What a bare reader answers: milliseconds, and how many rows it saw. */
export interface ReaderTime {
	time: number;
	rows: number;
}

const file = (): File => document.querySelector('input')!.files![0]!;

/** The readers of this page, called from outside: each reads the chosen file. */
const readers = {
	bootDuckDB,
	duckdb: () => readWithDuckDB(file()),
	papaparse: () =>
		inWorker(() => new Worker(new URL('./read-papaparse.ts', import.meta.url), { type: 'module' })),
	hyparquet: () =>
		inWorker(() => new Worker(new URL('./read-hyparquet.ts', import.meta.url), { type: 'module' })),
	xlsx: () =>
		inWorker(() => new Worker(new URL('./read-xlsx.ts', import.meta.url), { type: 'module' }))
};

/** The worker says when it is there, and takes the time of the reading alone. */
function inWorker(start: () => Worker): Promise<ReaderTime> {
	const worker = start();
	return new Promise((resolve, reject) => {
		worker.addEventListener('error', ({ message }) => reject(new Error(message)));
		worker.addEventListener('message', ({ data }: MessageEvent<ReaderTime>) => {
			worker.terminate();
			resolve(data);
		});
		worker.postMessage(file());
	});
}

Object.assign(globalThis, { readers });
export type Readers = typeof readers;
