import type { Receipts } from '#lib/base/receipts.ts';
import type { RollupSubmission } from '#lib/rollup/key-entries.ts';

/** By which submissions each report arrived, found off the main thread. */
export async function readReceipts(submissions: readonly RollupSubmission[]): Promise<Receipts> {
	const worker = new Worker(new URL('./reporting-worker.ts', import.meta.url), { type: 'module' });
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
