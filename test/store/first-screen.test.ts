import { describe, expect, it } from 'vitest';
import { FIRST_SCREEN, firstScreenOf } from '#lib/store/find-first-screen.ts';
import { sealOf } from '#lib/store/manifest.ts';
import { addition, AT, openStore, storeWith } from './additions.ts';

const SHOWN = new TextEncoder().encode('{"elements":[]}');

describe('what the first screen shows', () => {
	it('is kept under the seal with which the manifest begins on the disk', async () => {
		const { files, store } = await storeWith('a');
		await store.keepFirstScreen(store.manifest, SHOWN);
		const seal = await sealOf(store.manifest);
		expect(await files.list(FIRST_SCREEN)).toEqual([firstScreenOf(seal)]);
		expect(await files.read(`${FIRST_SCREEN}/${firstScreenOf(seal)}`)).toEqual(SHOWN);
		const onDisk = new TextDecoder().decode(await files.read('manifest.json'));
		expect(onDisk.startsWith(`{"sha256":"${seal}",`)).toBe(true);
	});

	it('stays when the workspace is opened again', async () => {
		const { files, store } = await storeWith('a');
		await store.keepFirstScreen(store.manifest, SHOWN);
		await openStore(files);
		expect(await files.list(FIRST_SCREEN)).toHaveLength(1);
	});

	it('is under no seal of a manifest after it, and is swept by the opening that follows', async () => {
		const { files, store } = await storeWith('a');
		await store.keepFirstScreen(store.manifest, SHOWN);
		await store.commit([addition('b')], { at: AT });
		const seal = await sealOf(store.manifest);
		expect(await files.list(FIRST_SCREEN)).not.toContain(firstScreenOf(seal));
		await openStore(files);
		expect(await files.list(FIRST_SCREEN)).toEqual([]);
	});

	it('takes the place of what it showed before', async () => {
		const { files, store } = await storeWith('a');
		await store.keepFirstScreen(store.manifest, SHOWN);
		await store.commit([addition('b')], { at: AT });
		await store.keepFirstScreen(store.manifest, SHOWN);
		expect(await files.list(FIRST_SCREEN)).toEqual([firstScreenOf(await sealOf(store.manifest))]);
	});

	it('is gone when everything is forgotten', async () => {
		const { files, store } = await storeWith('a');
		await store.keepFirstScreen(store.manifest, SHOWN);
		await store.clear();
		expect(await files.list(FIRST_SCREEN)).toEqual([]);
	});
});
