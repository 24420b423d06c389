import { AppError } from '#lib/base/app-error.ts';
import type { Organisation } from '#lib/units/change-organisation.ts';
import type { FileProgress, IngestAnswer, IngestQuestion, IngestTasks } from './ingest-answer.ts';
import { Cancelled } from './work.ts';

interface Waiting {
	resolve: (answer: unknown) => void;
	reject: (reason: Error) => void;
	onProgress?: (progress: FileProgress) => void;
}

/** The line to a worker that reads files off the main thread, one question after the other. */
export class IngestLine {
	readonly #worker = new Worker(new URL('./ingest-worker.ts', import.meta.url), { type: 'module' });
	readonly #waiting = new Map<number, Waiting>();
	#count = 0;
	#isClosed = false;

	constructor(organisation: Organisation) {
		this.#worker.addEventListener('message', ({ data }: MessageEvent<IngestAnswer>) =>
			this.#settle(data)
		);
		this.#worker.addEventListener('error', ({ message }) => this.#end(new Error(message)));
		this.#post({ id: 0, task: 'organisation', question: organisation });
	}

	/** The answer to a question; rejects with an AppError where a file cannot be read, `Cancelled` once closed. */
	ask<Task extends keyof IngestTasks>(
		task: Task,
		question: IngestTasks[Task]['question'],
		onProgress?: (progress: FileProgress) => void
	): Promise<IngestTasks[Task]['answer']> {
		if (this.#isClosed) return Promise.reject(new Cancelled());
		const id = ++this.#count;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
			this.#post({ id, task, question } as IngestQuestion);
		});
	}

	/** Stops at once; what is not answered yet rejects with `Cancelled`. */
	close(): void {
		this.#end(new Cancelled());
	}

	#post(asked: IngestQuestion): void {
		this.#worker.postMessage(asked);
	}

	#settle(settled: IngestAnswer): void {
		const waiting = this.#waiting.get(settled.id);
		if ('progress' in settled) return waiting?.onProgress?.(settled.progress);
		this.#waiting.delete(settled.id);
		if ('answer' in settled) waiting?.resolve(settled.answer);
		else if ('crash' in settled) waiting?.reject(new Error(settled.crash));
		else waiting?.reject(new AppError(settled.problem.code, settled.problem.params));
	}

	#end(reason: Error): void {
		this.#isClosed = true;
		this.#worker.terminate();
		for (const { reject } of this.#waiting.values()) reject(reason);
		this.#waiting.clear();
	}
}
