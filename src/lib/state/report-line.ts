import { AppError } from '#lib/base/app-error.ts';
import { beginWorker } from '#lib/engine/begin-worker.ts';
import type { Report } from '#lib/views/report.ts';
import { pause } from './breathe.ts';
import type {
	Delivery,
	ReportAnswer,
	ReportQuestion,
	ReportTasks,
	WriteOrder
} from './report-tasks.ts';
import { Cancelled } from './work.ts';
import workerAddress from './report-worker.ts?worker&url';

interface Waiting {
	resolve: (answer: unknown) => void;
	reject: (reason: Error) => void;
}

/** The line to a worker that writes the files of one run. */
export class ReportLine {
	readonly #worker = beginWorker(workerAddress, 'module');
	readonly #waiting = new Map<number, Waiting>();
	#count = 0;
	#isClosed = false;

	constructor() {
		this.#worker.addEventListener('message', ({ data }: MessageEvent<ReportAnswer>) =>
			this.#settle(data)
		);
		this.#worker.addEventListener('error', ({ message }) => this.#end(new Error(message)));
	}

	/** Hands the report to the worker, section by section. */
	async send({ sections, ...frame }: Report): Promise<void> {
		await this.#ask('begin', frame);
		for (const section of sections) {
			await this.#ask('section', { language: frame.language, section });
			await pause();
		}
	}

	/** Writes what was sent; rejects with an AppError where the office's own document does not serve. */
	write(order: WriteOrder): Promise<undefined> {
		return this.#ask('write', order);
	}

	/** What was written so far. */
	deliver(at: number): Promise<Delivery> {
		return this.#ask('deliver', { at });
	}

	/** Stops at once; what is not answered yet rejects with `Cancelled`. */
	close(): void {
		this.#end(new Cancelled());
	}

	#ask<Task extends keyof ReportTasks>(
		task: Task,
		question: ReportTasks[Task]['question']
	): Promise<ReportTasks[Task]['answer']> {
		if (this.#isClosed) return Promise.reject(new Cancelled());
		const id = ++this.#count;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
			this.#worker.postMessage({ id, task, question } as ReportQuestion);
		});
	}

	#settle(settled: ReportAnswer): void {
		const waiting = this.#waiting.get(settled.id);
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
