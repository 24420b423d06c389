import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Turns } from '#lib/base/turns.ts';

test('works go one after the other in the order they came, also after one that failed', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.record({ pauses: fc.nat(3), fails: fc.boolean() }), { maxLength: 8 }),
			async (works) => {
				const turns = new Turns();
				const told: string[] = [];
				const answers = works.map(({ pauses, fails }, at) =>
					turns.take(async () => {
						told.push(`begin ${at}`);
						for (let pause = 0; pause < pauses; pause += 1) await Promise.resolve();
						told.push(`end ${at}`);
						if (fails) throw new Error(String(at));
						return at;
					})
				);
				const settled = await Promise.allSettled(answers);
				expect(told).toEqual(works.flatMap((_, at) => [`begin ${at}`, `end ${at}`]));
				expect(settled.map(({ status }) => status === 'rejected')).toEqual(
					works.map(({ fails }) => fails)
				);
			}
		)
	);
});

test('what the last work gave is let go', async () => {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	const turns = new Turns();
	const answer = new WeakRef(await turns.take(() => Promise.resolve(new Uint8Array(1000))));
	await new Promise((resolve) => setTimeout(resolve, 0));
	collect();
	expect(answer.deref()).toBeUndefined();
	await turns.take(() => Promise.resolve());
});
