import { pause } from '#lib/base/pause.ts';
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

function workUntil<Result>(
	work: Generator<number, Result>,
	until: number
): IteratorResult<number, Result> {
	for (;;) {
		const step = work.next();
		if (step.done || performance.now() >= until) return step;
	}
}
