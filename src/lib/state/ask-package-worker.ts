import { beginWorker } from '#lib/engine/begin-worker.ts';
import type { PackageTasks } from './package-tasks.ts';
import { askOnce, WorkerLine } from './worker-line.ts';
import workerAddress from './package-worker.ts?worker&url';

/** Whom to tell how far the work on a package is, and what ends it. */
export interface PackageWork {
	signal: AbortSignal;
	onProgress: (done: number, total: number) => void;
}

/**
 * Has a worker of its own do the task, so that the page stays at hand meanwhile. Rejects with the task's AppError, and
 * with `Cancelled` at once where the signal is given.
 */
export function askPackageWorker<Task extends keyof PackageTasks>(
	task: Task,
	question: PackageTasks[Task]['question'],
	{ signal, onProgress }: PackageWork
): Promise<PackageTasks[Task]['answer']> {
	const begin = (): Worker => beginWorker(workerAddress, 'module');
	return askOnce(new WorkerLine<PackageTasks>(begin, { signal }), {
		...{ task, question },
		onProgress: ({ done, total }) => onProgress(done, total)
	});
}
