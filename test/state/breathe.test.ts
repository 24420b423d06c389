import { describe, expect, it } from 'vitest';
import { breathe } from '#lib/state/breathe.ts';
import { Cancelled } from '#lib/state/work.ts';

function* counting(to: number, milliseconds: number): Generator<number, string> {
	for (let done = 1; done <= to; done++) {
		const until = performance.now() + milliseconds;
		while (performance.now() < until);
		yield done / to;
	}
	return 'done';
}

describe('work that breathes', () => {
	it('gives its result, and lets others work between its steps', async () => {
		let others = 0;
		const timer = setInterval(() => (others += 1), 1);
		const shares: number[] = [];
		const { signal } = new AbortController();
		const onProgress = (share: number): void => void shares.push(share);
		expect(await breathe(counting(20, 5), { signal, onProgress })).toBe('done');
		clearInterval(timer);
		expect(others).toBeGreaterThan(2);
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
	});

	it('ends where it is once it is cancelled', async () => {
		const cancelling = new AbortController();
		const onProgress = (): void => cancelling.abort();
		const work = breathe(counting(1000, 5), { signal: cancelling.signal, onProgress });
		await expect(work).rejects.toEqual(new Cancelled());
	});
});
