import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { answerQuestions, type Answers } from '#lib/state/answer-questions.ts';
import { Cancelled } from '#lib/state/work.ts';
import { askOnce, type Question, type Share, WorkerLine } from '#lib/state/worker-line.ts';

interface Tasks {
	double: { question: number; answer: number };
	count: { question: number; answer: string };
	remember: { question: string; answer: undefined };
	recall: { question: undefined; answer: string };
	reverse: { question: Uint8Array; answer: Uint8Array };
}

/** The other end of a channel stands for a worker's own scope. */
function beginWith(listen: (scope: MessagePort) => void): () => Worker {
	return () => {
		const { port1, port2 } = new MessageChannel();
		listen(port2);
		for (const port of [port1, port2]) port.start();
		return Object.assign(port1, { terminate: () => port1.close() }) as unknown as Worker;
	};
}

function answers(): Answers<Tasks, Share> {
	let remembered = 'nothing';
	return {
		double: (number) => {
			if (number > 100) throw new AppError('file.too-large', { file: 'b1.csv', most: 100 });
			if (number < 0) throw new TypeError('no such number');
			return number * 2;
		},
		count: async (total, { onProgress }) => {
			for (let done = 1; done <= total; done++) onProgress({ done, total });
			return `${total} counted`;
		},
		remember: (text) => void (remembered = text),
		recall: () => remembered,
		reverse: (bytes, { handOver }) => {
			const reversed = bytes.toReversed();
			handOver(reversed);
			return reversed;
		}
	};
}

let open: WorkerLine<Tasks>[] = [];
afterEach(() => {
	for (const line of open) line.close();
	open = [];
});

function kept(line: WorkerLine<Tasks>): WorkerLine<Tasks> {
	open.push(line);
	return line;
}

function lineToAnswers(): WorkerLine<Tasks> {
	return kept(new WorkerLine(beginWith((scope) => answerQuestions(answers(), scope))));
}

/** A worker that is asked, and says what the test has it say. */
function lineToHand(options: ConstructorParameters<typeof WorkerLine<Tasks>>[1] = {}): {
	line: WorkerLine<Tasks>;
	asked: Question<Tasks>[];
	workers: Worker[];
	say: (message: unknown) => void;
} {
	const asked: Question<Tasks>[] = [];
	const scopes: MessagePort[] = [];
	const workers: Worker[] = [];
	const begin = beginWith((scope) => {
		scopes.push(scope);
		scope.addEventListener('message', ({ data }: MessageEvent<Question<Tasks>>) =>
			asked.push(data)
		);
	});
	const beginAnother = (): Worker => {
		const worker = begin();
		workers.push(worker);
		return worker;
	};
	const line = kept(new WorkerLine<Tasks>(beginAnother, options));
	return { line, asked, workers, say: (message) => scopes.at(-1)?.postMessage(message) };
}

describe('a line to a worker', () => {
	it('brings each answer to its question', async () => {
		const line = lineToAnswers();
		const both = Promise.all([line.ask('double', 21), line.ask('count', 2)]);
		expect(await both).toEqual([42, '2 counted']);
	});

	it('brings answers that come out of order to their questions', async () => {
		const { line, say } = lineToHand();
		const both = Promise.all([line.ask('double', 1), line.ask('double', 2)]);
		say({ id: 2, answer: 4 });
		say({ id: 1, answer: 2 });
		expect(await both).toEqual([2, 4]);
	});

	it('passes an AppError with its code and its words, and goes on', async () => {
		const line = lineToAnswers();
		await expect(line.ask('double', 101)).rejects.toEqual(
			new AppError('file.too-large', { file: 'b1.csv', most: 100 })
		);
		expect(await line.ask('double', 3)).toBe(6);
	});

	it('passes a crash as a plain error that holds its words', async () => {
		const crash = lineToAnswers().ask('double', -1);
		await expect(crash).rejects.toThrow(/^TypeError: no such number\n\s+at /);
		await expect(crash).rejects.not.toBeInstanceOf(AppError);
	});

	it('tells how far the question is, and nobody else', async () => {
		const line = lineToAnswers();
		const [own, other] = [vi.fn(), vi.fn()];
		const asked = line.ask('count', 2, { onProgress: own });
		await Promise.all([asked, line.ask('double', 1, { onProgress: other })]);
		expect(own.mock.calls).toEqual([[{ done: 1, total: 2 }], [{ done: 2, total: 2 }]]);
		expect(other).not.toHaveBeenCalled();
	});

	it('tells the worker what later questions stand on', async () => {
		const line = lineToAnswers();
		line.tell('remember', 'B1');
		expect(await line.ask('recall', undefined)).toBe('B1');
	});

	it('hands bytes over in both directions', async () => {
		const bytes = Uint8Array.of(1, 2, 3);
		const kept = Uint8Array.of(4, 5);
		const line = lineToAnswers();
		expect(await line.ask('reverse', bytes, { handOver: [bytes] })).toEqual(Uint8Array.of(3, 2, 1));
		await line.ask('reverse', kept);
		expect([bytes.length, kept.length]).toEqual([0, 2]);
	});

	it('rejects what cannot be posted, and goes on', async () => {
		const line = lineToAnswers();
		await expect(line.ask('double', (() => 1) as unknown as number)).rejects.toThrow(/clone/);
		expect(await line.ask('double', 2)).toBe(4);
	});
});

describe('a line that is closed', () => {
	it('rejects what is not answered yet, and what is asked later, as cancelled', async () => {
		const { line } = lineToHand();
		const pending = [line.ask('double', 1), line.ask('double', 2)];
		line.close();
		for (const each of [...pending, line.ask('double', 3)])
			await expect(each).rejects.toBeInstanceOf(Cancelled);
	});

	it('is closed by its signal, and begins no worker where that was given before', async () => {
		const cancelling = new AbortController();
		const { line } = lineToHand({ signal: cancelling.signal });
		const pending = line.ask('double', 1);
		cancelling.abort();
		await expect(pending).rejects.toBeInstanceOf(Cancelled);
		const { line: late, workers } = lineToHand({ signal: cancelling.signal });
		await expect(late.ask('double', 1)).rejects.toBeInstanceOf(Cancelled);
		expect(workers).toEqual([]);
	});

	it('is what a question leaves that is asked once', async () => {
		const line = lineToAnswers();
		expect(await askOnce(line, { task: 'double', question: 4 })).toBe(8);
		await expect(line.ask('double', 4)).rejects.toBeInstanceOf(Cancelled);
	});
});

it('a worker that is lost fails the question it was at; the next goes to another', async () => {
	const onLost = vi.fn();
	const { line, workers, say } = lineToHand({ onLost });
	const [first, second] = [line.ask('double', 1), line.ask('double', 2)];
	workers[0]?.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
	await expect(first).rejects.toEqual(new Error('out of memory'));
	await expect(second).rejects.toBeInstanceOf(Cancelled);
	expect(onLost.mock.calls).toEqual([[]]);
	const third = line.ask('double', 3);
	say({ id: 3, answer: 6 });
	expect(await third).toBe(6);
	expect(workers.length).toBe(2);
});

describe('a line with patience', () => {
	beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
	afterEach(() => void vi.useRealTimers());

	const patience = {
		minutes: 5,
		giveUp: ({ question }: Question<Tasks>) =>
			new AppError('import.stuck', { file: JSON.stringify(question) })
	};

	it('replaces a worker that never answers, and the next question is answered', async () => {
		const { line, workers, say } = lineToHand({ patience });
		const [first, second] = [line.ask('double', 1), line.ask('double', 2)];
		vi.advanceTimersByTime(300_000);
		await expect(first).rejects.toEqual(new AppError('import.stuck', { file: '1' }));
		await expect(second).rejects.toBeInstanceOf(Cancelled);
		const third = line.ask('double', 3);
		say({ id: 3, answer: 6 });
		expect(await third).toBe(6);
		expect(workers.length).toBe(2);
	});

	it('waits on where there are signs of life, and where nothing is asked', async () => {
		const { line, workers, say } = lineToHand({ patience });
		const heard = vi.fn();
		const asked = line.ask('double', 1, { onProgress: heard });
		for (const minute of [1, 2, 3, 4]) {
			vi.advanceTimersByTime(200_000);
			say({ id: 1, progress: { done: minute, total: 4 } });
			await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(minute));
		}
		say({ id: 1, answer: 2 });
		expect(await asked).toBe(2);
		vi.advanceTimersByTime(900_000);
		expect(workers.length).toBe(1);
	});
});
