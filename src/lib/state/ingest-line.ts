import { AppError } from '#lib/base/app-error.ts';
import type { Period } from '#lib/base/period.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { IngestAnswer, IngestMessage, Reading } from './ingest-answer.ts';
import { Cancelled } from './work.ts';

interface Waiting {
	resolve: (reading: Reading) => void;
	reject: (reason: Error) => void;
}

/** The line to a worker that reads files off the main thread, one after the other. */
export class IngestLine {
	readonly #worker = new Worker(new URL('./ingest-worker.ts', import.meta.url), { type: 'module' });
	readonly #waiting = new Map<number, Waiting>();
	#count = 0;

	constructor(units: readonly Unit[]) {
		this.#worker.addEventListener('message', ({ data }: MessageEvent<IngestAnswer>) =>
			this.#settle(data)
		);
		this.#worker.addEventListener('error', ({ message }) => this.#end(new Error(message)));
		this.#send({ kind: 'units', units });
	}

	/** What the file turned out to be; rejects with an AppError where it cannot be read, `Cancelled` once closed. */
	read(file: File, period?: Period): Promise<Reading> {
		const id = ++this.#count;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			this.#send({ kind: 'file', id, file, ...(period && { period }) });
		});
	}

	/** Stops at once; what is not read yet rejects with `Cancelled`. */
	close(): void {
		this.#end(new Cancelled());
	}

	#send(message: IngestMessage): void {
		this.#worker.postMessage(message);
	}

	#settle(answer: IngestAnswer): void {
		const waiting = this.#waiting.get(answer.id);
		this.#waiting.delete(answer.id);
		if ('reading' in answer) waiting?.resolve(answer.reading);
		else if ('crash' in answer) waiting?.reject(new Error(answer.crash));
		else waiting?.reject(new AppError(answer.problem.code, answer.problem.params));
	}

	#end(reason: Error): void {
		this.#worker.terminate();
		for (const { reject } of this.#waiting.values()) reject(reason);
		this.#waiting.clear();
	}
}
