import { beginWorker } from '#lib/engine/begin-worker.ts';
import type { RollupInput } from '#lib/rollup/roll-up.ts';
import type { StatementSource } from '#lib/rollup/held-statements.ts';
import type { RollupAnswer, RollupQuestion, RollupTasks } from './rollup-tasks.ts';
import workerAddress from './rollup-worker.ts?worker&url';

/** Is told how far long work is. */
export type OnProgress = (done: number, total: number) => void;

interface Waiting {
	resolve: (answer: unknown) => void;
	reject: (reason: Error) => void;
	onProgress?: OnProgress;
}

/** The line to a worker that holds what the submissions in force say, and adds it up. */
export class RollupLine {
	readonly #worker = beginWorker(workerAddress, 'module');
	readonly #waiting = new Map<number, Waiting>();
	#count = 0;
	#isClosed = false;

	constructor() {
		this.#worker.addEventListener('message', ({ data }: MessageEvent<RollupAnswer>) =>
			this.#settle(data)
		);
		this.#worker.addEventListener('error', ({ message }) => this.#end(new Error(message)));
	}

	/** The answer to a question, the bytes of which are handed over; rejects where the worker crashed or was closed. */
	ask<Task extends keyof RollupTasks>(
		task: Task,
		question: RollupTasks[Task]['question'],
		onProgress?: OnProgress
	): Promise<RollupTasks[Task]['answer']> {
		if (this.#isClosed) return Promise.reject(new Error('closed'));
		const id = ++this.#count;
		const asked = { id, task, question } as RollupQuestion;
		const transfer = 'bytes' in question ? [question.bytes.buffer as ArrayBuffer] : [];
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
			this.#worker.postMessage(asked, transfer);
		});
	}

	/** Stops at once; what is not answered yet rejects. */
	close(): void {
		this.#end(new Error('closed'));
	}

	#settle(settled: RollupAnswer): void {
		const waiting = this.#waiting.get(settled.id);
		if ('progress' in settled) {
			waiting?.onProgress?.(settled.progress.done, settled.progress.total);
			return;
		}
		this.#waiting.delete(settled.id);
		if ('answer' in settled) waiting?.resolve(settled.answer);
		else waiting?.reject(new Error(settled.crash));
	}

	#end(reason: Error): void {
		this.#isClosed = true;
		this.#worker.terminate();
		for (const { reject } of this.#waiting.values()) reject(reason);
		this.#waiting.clear();
	}
}

/** `rollUp` in a worker of its own; the contents stay with the caller. */
export async function rollUpInWorker({
	submissions,
	boundaries,
	...source
}: RollupInput): Promise<Uint8Array> {
	const line = new RollupLine();
	try {
		const named = submissions.map(({ sequence }, place) => ({ name: String(place), sequence }));
		await line.ask('settle', { source: sourceOf(source), inForce: named });
		for (const [place, submission] of named.entries()) {
			const bytes = submissions[place]?.bytes.slice() ?? new Uint8Array();
			await line.ask('tell', { submission, bytes });
		}
		return await line.ask('roll-up', { boundaries });
	} finally {
		line.close();
	}
}

/** What of the source goes to the worker: of the catalogue no more than what adds up. */
export function sourceOf({
	units,
	lineage,
	catalogue: { templates, indicators, advisories }
}: Omit<RollupInput, 'submissions' | 'boundaries'>): StatementSource {
	return { units, lineage, catalogue: { templates, indicators, advisories } };
}
