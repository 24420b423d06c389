import { AppError } from '#lib/base/app-error.ts';
import { beginWorker } from '#lib/engine/begin-worker.ts';
import type { Organisation } from '#lib/units/change-organisation.ts';
import type { FileProgress, IngestAnswer, IngestQuestion, IngestTasks } from './ingest-answer.ts';
import { Watchdog } from './watchdog.ts';
import { Cancelled } from './work.ts';
import workerAddress from './ingest-worker.ts?worker&url';

interface Waiting {
	resolve: (answer: unknown) => void;
	reject: (reason: Error) => void;
	onProgress?: (progress: FileProgress) => void;
	/** The name of the file that is asked about. */
	file: string;
}

/** The longest file takes a slow computer some minutes, with signs of life in between. */
const MOST_MINUTES_OF_SILENCE = 5;

/** The line to a worker that reads files off the main thread, one question after the other. */
export class IngestLine {
	readonly #worker = beginWorker(workerAddress, 'module');
	/** In the order in which they were asked, which is that of the answers. */
	readonly #waiting = new Map<number, Waiting>();
	readonly #watchdog = new Watchdog(MOST_MINUTES_OF_SILENCE, () => this.#endStuck());
	#count = 0;
	#isClosed = false;

	constructor(organisation: Organisation) {
		this.#worker.addEventListener('message', ({ data }: MessageEvent<IngestAnswer>) =>
			this.#settle(data)
		);
		this.#worker.addEventListener('error', ({ message }) => this.#end(new Error(message)));
		this.#post({ id: 0, task: 'organisation', question: organisation });
	}

	/** True once nothing can be asked any more: it was closed, or the worker was lost. */
	get isClosed(): boolean {
		return this.#isClosed;
	}

	/**
	 * The answer to a question. Rejects with an AppError where a file cannot be read, `import.stuck` where its reading
	 * gave no sign of life for five minutes, and `Cancelled` once closed.
	 */
	ask<Task extends keyof IngestTasks>(
		task: Task,
		question: IngestTasks[Task]['question'],
		onProgress?: (progress: FileProgress) => void
	): Promise<IngestTasks[Task]['answer']> {
		if (this.#isClosed) return Promise.reject(new Cancelled());
		const id = ++this.#count;
		const asked = { id, task, question } as IngestQuestion;
		return new Promise((resolve, reject) => {
			const waiting = { resolve: resolve as Waiting['resolve'], reject, onProgress };
			this.#waiting.set(id, { ...waiting, file: fileOf(asked) });
			this.#watchdog.watch();
			this.#post(asked);
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
		this.#watchdog.heard();
		const waiting = this.#waiting.get(settled.id);
		if ('progress' in settled) return waiting?.onProgress?.(settled.progress);
		this.#waiting.delete(settled.id);
		if (this.#waiting.size === 0) this.#watchdog.rest();
		if ('answer' in settled) waiting?.resolve(settled.answer);
		else if ('crash' in settled) waiting?.reject(new Error(settled.crash));
		else waiting?.reject(new AppError(settled.problem.code, settled.problem.params));
	}

	#endStuck(): void {
		const [first] = this.#waiting.values();
		const about = { file: first?.file ?? '', minutes: MOST_MINUTES_OF_SILENCE };
		this.#end(new AppError('import.stuck', about));
	}

	/** The question under way fails for that reason; those behind it can be asked again on another line. */
	#end(reason: Error): void {
		this.#isClosed = true;
		this.#watchdog.rest();
		this.#worker.terminate();
		const [first, ...others] = this.#waiting.values();
		this.#waiting.clear();
		first?.reject(reason);
		for (const { reject } of others) reject(new Cancelled());
	}
}

function fileOf({ task, question }: IngestQuestion): string {
	if (task === 'draft') return question.file.name;
	const isOfTable = task === 'rows' || task === 'issues' || task === 'alike' || task === 'compare';
	return isOfTable ? question.source.file.name : '';
}
