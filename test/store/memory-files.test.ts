import { describe, expect, it } from 'vitest';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { present } from './additions.ts';

describe('memory files', () => {
	it('keep the bytes as they were when written', async () => {
		const files = memoryFiles();
		const bytes = new Uint8Array([1, 2]);
		await files.write('a', bytes);
		bytes[0] = 9;
		present(await files.read('a'))[1] = 9;
		expect(await files.read('a')).toEqual(new Uint8Array([1, 2]));
	});

	it('list the names right in a folder', async () => {
		const files = memoryFiles();
		for (const path of ['a', 'folder/b', 'folder/c']) await files.write(path, new Uint8Array());
		await files.remove('folder/c');
		await files.remove('never there');
		expect([await files.list(''), await files.list('folder')]).toEqual([['a'], ['b']]);
	});

	it('run exclusive work one after the other, failed work too', async () => {
		const { exclusively } = memoryFiles();
		const steps: string[] = [];
		const work = (name: string, fails: boolean) => async () => {
			steps.push(`${name} begins`);
			await new Promise((resolve) => setTimeout(resolve, 1));
			steps.push(`${name} ends`);
			if (fails) throw new Error(name);
			return name;
		};
		const results = await Promise.allSettled([
			exclusively(work('a', true)),
			exclusively(work('b', false))
		]);
		expect(results).toEqual([
			{ status: 'rejected', reason: new Error('a') },
			{ status: 'fulfilled', value: 'b' }
		]);
		expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
	});
});
