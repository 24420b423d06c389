import type { Receipts } from '#lib/base/receipts.ts';
import { beginWorker } from '#lib/engine/begin-worker.ts';
import type { RollupSubmission } from '#lib/rollup/key-entries.ts';
import workerAddress from './reporting-worker.ts?worker&url';

/** By which submissions each report arrived, found off the main thread. */
export async function readReceipts(submissions: readonly RollupSubmission[]): Promise<Receipts> {
	const worker = beginWorker(workerAddress, 'module');
	try {
		return await new Promise<Receipts>((resolve, reject) => {
			worker.addEventListener('message', ({ data }: MessageEvent<Receipts>) => resolve(data));
			worker.addEventListener('error', ({ message }) => reject(new Error(message)));
			worker.postMessage(submissions);
		});
	} finally {
		worker.terminate();
	}
}
