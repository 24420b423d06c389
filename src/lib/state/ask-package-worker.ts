import { AppError } from '#lib/base/app-error.ts';
import { beginWorker } from '#lib/engine/begin-worker.ts';
import type { PackageAnswer, PackageTasks } from './package-tasks.ts';
import { Cancelled } from './work.ts';
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
	order: PackageTasks[Task]['order'],
	{ signal, onProgress }: PackageWork
): Promise<PackageTasks[Task]['result']> {
	if (signal.aborted) return Promise.reject(new Cancelled());
	const worker = beginWorker(workerAddress, 'module');
	const ended = new Promise<PackageTasks[Task]['result']>((resolve, reject) => {
		signal.addEventListener('abort', () => reject(new Cancelled()), { once: true });
		worker.addEventListener('error', ({ message }) => reject(new Error(message)));
		worker.addEventListener('message', ({ data }: MessageEvent<PackageAnswer>) => {
			if ('done' in data) onProgress(data.done, data.total);
			else if ('result' in data) resolve(data.result as PackageTasks[Task]['result']);
			else if ('crash' in data) reject(new Error(data.crash));
			else reject(new AppError(data.problem.code, data.problem.params));
		});
	});
	worker.postMessage({ task, order });
	return ended.finally(() => worker.terminate());
}
