import type { Receipts } from '#lib/base/receipts.ts';
import { beginWorker } from '#lib/engine/begin-worker.ts';
import type { RollupSubmission } from '#lib/rollup/key-entries.ts';
import type { ReportingTasks } from './reporting-worker.ts';
import { askOnce, WorkerLine } from './worker-line.ts';
import workerAddress from './reporting-worker.ts?worker&url';

/** By which submissions each report arrived, found off the main thread. */
export function readReceipts(submissions: readonly RollupSubmission[]): Promise<Receipts> {
	const line = new WorkerLine<ReportingTasks>(() => beginWorker(workerAddress, 'module'));
	return askOnce(line, { task: 'receipts', question: submissions });
}
