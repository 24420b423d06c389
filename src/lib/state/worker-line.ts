import { AppError } from '#lib/base/app-error.ts';
import { Watchdog } from './watchdog.ts';
import { Cancelled } from './work.ts';

/** What a worker can be asked: by task its question and its answer, as an interface lists them. */
export type TaskList<Tasks> = Record<keyof Tasks, { question: unknown; answer: unknown }>;

/** How much of long work is done. */
export interface Share {
	done: number;
	total: number;
}

/** A question on its way to a worker; one without an id is told, and wants no answer. */
export type Question<Tasks extends TaskList<Tasks>> = {
	[Task in keyof Tasks]: { id?: number; task: Task; question: Tasks[Task]['question'] };
}[keyof Tasks];

/** What the worker sends back: the answer, how far it is, what keeps it from an answer, or how it crashed. */
export type Answer<Tasks extends TaskList<Tasks>, Progress = Share> = { id: number } & (
	| { answer: Tasks[keyof Tasks]['answer'] }
	| { progress: Progress }
	| { problem: { code: string; params: Record<string, string | number> } }
	| { crash: string }
);

/** How long a worker may give no sign of life while it is asked something, and what its question fails with then. */
export interface Patience<Tasks extends TaskList<Tasks>> {
	minutes: number;
	giveUp: (asked: Question<Tasks>) => Error;
}

/** How a line is kept. */
export interface LineOptions<Tasks extends TaskList<Tasks>> {
	/** Closes the line. */
	signal?: AbortSignal | undefined;
	/** Without it a worker may take as long as it wants. */
	patience?: Patience<Tasks>;
	/** Is called once a worker was lost: what it was told is lost with it. */
	onLost?: () => void;
}

/** What goes with a question. */
export interface AskOptions<Progress> {
	onProgress?: ((progress: Progress) => void) | undefined;
	/** Bytes of the question that are handed over instead of copied. */
	handOver?: readonly Uint8Array[];
}

interface Waiting<Tasks extends TaskList<Tasks>, Progress> {
	asked: Question<Tasks>;
	resolve: (answer: never) => void;
	reject: (reason: Error) => void;
	onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * The line to a worker that answers one question after the other, as `answerQuestions` does. A worker that is lost, or
 * that never answers, fails the question that it was at; those behind it reject with `Cancelled` and can be asked
 * again: the next question goes to another worker.
 */
export class WorkerLine<Tasks extends TaskList<Tasks>, Progress = Share> {
	readonly #begin: () => Worker;
	readonly #options: LineOptions<Tasks>;
	readonly #watchdog?: Watchdog;
	/** In the order in which they were asked. */
	readonly #waiting = new Map<number, Waiting<Tasks, Progress>>();
	readonly #close = (): void => this.close();
	#worker?: Worker;
	#count = 0;
	#isClosed = false;

	constructor(begin: () => Worker, options: LineOptions<Tasks> = {}) {
		const { signal, patience } = options;
		this.#begin = begin;
		this.#options = options;
		if (patience) this.#watchdog = new Watchdog(patience.minutes, () => this.#giveUp(patience));
		if (signal?.aborted) this.#isClosed = true;
		else this.#open();
		signal?.addEventListener('abort', this.#close);
	}

	/**
	 * The answer to a question. Rejects with the AppError that the worker met, with an `Error` that holds its words
	 * where it crashed, with what the patience says where it never answers, and with `Cancelled` once closed.
	 */
	ask<Task extends keyof Tasks>(
		task: Task,
		question: Tasks[Task]['question'],
		{ onProgress, handOver = [] }: AskOptions<Progress> = {}
	): Promise<Tasks[Task]['answer']> {
		if (this.#isClosed) return Promise.reject(new Cancelled());
		const id = ++this.#count;
		const asked = { id, task, question };
		return new Promise((resolve, reject) => {
			this.#open().postMessage(asked, { transfer: handOver.map(({ buffer }) => buffer) });
			this.#waiting.set(id, { asked, resolve, reject, onProgress });
			this.#watchdog?.watch();
		});
	}

	/** Tells the worker what it is to know for later questions; nothing comes back, and none begins for it. */
	tell<Task extends keyof Tasks>(task: Task, question: Tasks[Task]['question']): void {
		this.#worker?.postMessage({ task, question });
	}

	/** Stops at once; what is not answered yet rejects with `Cancelled`. */
	close(): void {
		this.#isClosed = true;
		this.#options.signal?.removeEventListener('abort', this.#close);
		this.#end(new Cancelled());
	}

	#open(): Worker {
		if (this.#worker) return this.#worker;
		const worker = this.#begin();
		this.#worker = worker;
		worker.addEventListener('message', ({ data }: MessageEvent<Answer<Tasks, Progress>>) =>
			this.#settle(data)
		);
		worker.addEventListener('error', ({ message }) => this.#lose(new Error(message)));
		return worker;
	}

	#settle(settled: Answer<Tasks, Progress>): void {
		this.#watchdog?.heard();
		const waiting = this.#waiting.get(settled.id);
		if ('progress' in settled) return waiting?.onProgress?.(settled.progress);
		this.#waiting.delete(settled.id);
		if (this.#waiting.size === 0) this.#watchdog?.rest();
		if ('answer' in settled) waiting?.resolve(settled.answer as never);
		else if ('crash' in settled) waiting?.reject(new Error(settled.crash));
		else waiting?.reject(new AppError(settled.problem.code, settled.problem.params));
	}

	#giveUp({ giveUp }: Patience<Tasks>): void {
		const [first] = this.#waiting.values();
		if (first) this.#lose(giveUp(first.asked));
	}

	#lose(reason: Error): void {
		this.#end(reason);
		this.#options.onLost?.();
	}

	/** The question under way fails for that reason. */
	#end(reason: Error): void {
		this.#watchdog?.rest();
		this.#worker?.terminate();
		this.#worker = undefined;
		const [first, ...others] = this.#waiting.values();
		this.#waiting.clear();
		first?.reject(reason);
		for (const { reject } of others) reject(new Cancelled());
	}
}

/** The answer to the only question that the line is opened for; the line is closed then. */
export async function askOnce<
	Tasks extends TaskList<Tasks>,
	Task extends keyof Tasks,
	Progress = Share
>(
	line: WorkerLine<Tasks, Progress>,
	{
		task,
		question,
		...options
	}: AskOptions<Progress> & { task: Task; question: Tasks[Task]['question'] }
): Promise<Tasks[Task]['answer']> {
	try {
		return await line.ask(task, question, options);
	} finally {
		line.close();
	}
}
