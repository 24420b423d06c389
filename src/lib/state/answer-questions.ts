import { AppError } from '#lib/base/app-error.ts';
import type { Answer, Question, Share, TaskList } from './worker-line.ts';

/** What a worker can do while it works on an answer. */
export interface Answering<Progress> {
	/** Says how far it is. */
	onProgress: (progress: Progress) => void;
	/** Gives the bytes, which are in the answer, away with it instead of copying them. */
	handOver: (bytes: ArrayBufferView) => void;
}

/** By task, how a worker comes to its answer; an AppError says why there is none. */
export type Answers<Tasks extends TaskList<Tasks>, Progress> = {
	[Task in keyof Tasks]: (
		question: Tasks[Task]['question'],
		answering: Answering<Progress>
	) => Tasks[Task]['answer'] | Promise<Tasks[Task]['answer']>;
};

/** Where questions come from and answers go to: in a worker its own scope. */
interface Post {
	addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
	postMessage(message: unknown, options: { transfer: Transferable[] }): void;
}

/** Answers what the page asks over a `WorkerLine`, one question after the other. */
export function answerQuestions<Tasks extends TaskList<Tasks>, Progress = Share>(
	answers: Answers<Tasks, Progress>,
	post: Post = self
): void {
	let last: Promise<unknown> = Promise.resolve();
	post.addEventListener('message', ({ data }: MessageEvent<Question<Tasks>>) => {
		last = last.then(() => settle(data, { answers, post }));
	});
}

async function settle<Tasks extends TaskList<Tasks>, Progress>(
	{ id, task, question }: Question<Tasks>,
	{ answers, post }: { answers: Answers<Tasks, Progress>; post: Post }
): Promise<void> {
	const given: Transferable[] = [];
	const send = (message: OwnPart<Answer<Tasks, Progress>>, transfer: Transferable[] = []): void => {
		if (id !== undefined) post.postMessage({ id, ...message }, { transfer });
	};
	try {
		const answer = await answers[task](question, {
			onProgress: (progress) => send({ progress }),
			handOver: ({ buffer }) => given.push(buffer as ArrayBuffer)
		});
		send({ answer }, given);
	} catch (error) {
		// What was only told has nobody who waits for an answer: the page hears of it as of any crash.
		if (id === undefined) return reportError(error);
		if (error instanceof AppError) send({ problem: { code: error.code, params: error.params } });
		else send({ crash: error instanceof Error ? (error.stack ?? error.message) : String(error) });
	}
}

type OwnPart<Message> = Message extends unknown ? Omit<Message, 'id'> : never;
