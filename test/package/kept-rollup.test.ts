import { describe, expect, it } from 'vitest';
import { keepRollup, readKeptRollup } from '#lib/package/kept-rollup.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { openStore } from '#lib/store/store.ts';

const ROLLUP = new Uint8Array(3000).fill(7);

describe('a kept rollup', () => {
	it('is packed in the store, and read as it was', async () => {
		const store = await openStore(memoryFiles());
		await keepRollup(store, ROLLUP, { of: 'these' });
		expect((await store.rollup('these'))?.length).toBeLessThan(100);
		expect(await readKeptRollup(store, 'these')).toEqual(ROLLUP);
		expect(await readKeptRollup(store, 'others')).toBeUndefined();
	});

	it('is read where an older version kept it unpacked', async () => {
		const store = await openStore(memoryFiles());
		await store.saveRollup(ROLLUP, 'these');
		expect(await readKeptRollup(store, 'these')).toEqual(ROLLUP);
	});
});
