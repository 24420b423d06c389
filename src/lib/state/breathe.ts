import { Cancelled } from './work.ts';

/** How long the work may hold up the screen at one go, in milliseconds. */
const WHILE = 12;

/**
 * Does long work a while at a time, so that the page stays responsive; in a tab that is out of sight too. Rejects with
 * `Cancelled` as soon as the signal says so.
 */
export async function breathe<Result>(
	work: Generator<number, Result>,
	{ signal, onProgress }: { signal: AbortSignal; onProgress?: (share: number) => void }
): Promise<Result> {
	for (;;) {
		await pause();
		if (signal.aborted) throw new Cancelled();
		const step = workUntil(work, performance.now() + WHILE);
		if (step.done) return step.value;
		onProgress?.(step.value);
	}
}

/** Lets the page do what waits; a timer would be held back in a tab that is out of sight. */
export function pause(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(undefined);
	});
}

function workUntil<Result>(
	work: Generator<number, Result>,
	until: number
): IteratorResult<number, Result> {
	for (;;) {
		const step = work.next();
		if (step.done || performance.now() >= until) return step;
	}
}
