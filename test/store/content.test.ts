import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import type { Files } from '#lib/store/files.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { rememberingFiles } from '#lib/store/remembering-files.ts';
import { addition, AT, openStore, present, storeWith } from './additions.ts';

describe('content', () => {
	it('finds any damage by its checksum, names the file, and reads the others', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(8), fc.integer({ min: 1, max: 255 }), async (place, flip) => {
				const { files, store } = await storeWith('a', 'b');
				const [a, b] = store.manifest.submissions;
				const damaged = present(await files.read(present(a).content)).map((byte, index) =>
					index === place ? byte ^ flip : byte
				);
				await files.write(present(a).content, damaged);
				const again = await openStore(files);
				await expect(again.content(present(a))).rejects.toEqual(
					new AppError('store.damaged-file', { file: 'a.csv' })
				);
				expect(await again.content(present(b))).toEqual(new TextEncoder().encode('entries b'));
			})
		);
	});

	it('is damaged where the file is gone', async () => {
		const { files, store } = await storeWith('a');
		const [submission] = store.manifest.submissions;
		await files.remove(present(submission).content);
		await expect(store.content(present(submission))).rejects.toEqual(
			new AppError('store.damaged-file', { file: 'a.csv' })
		);
	});

	it('of the others is read and told apart when some are damaged', async () => {
		const { files, store } = await storeWith('a', 'b', 'c', 'd');
		const [a, b, c, d] = store.manifest.submissions.map(present);
		await files.remove(present(b).content);
		await files.write(present(d).content, new Uint8Array([1]));
		await expect(store.contents(store.manifest.submissions)).rejects.toEqual(
			new AppError('store.damaged-file', { file: 'b.csv' })
		);
		expect(store.damaged).toEqual([b, d]);
		expect(store.readable).toEqual({ ...store.manifest, submissions: [a, c] });
		expect((await store.contents([present(a), present(c)])).length).toBe(2);
	});

	it('is found damaged by a check, also where the disk refuses to read it', async () => {
		const { files, store } = await storeWith('a', 'b', 'c');
		const [a, b] = store.manifest.submissions.map(present);
		await files.write(present(b).content, new Uint8Array([1]));
		const refusing: Files = {
			...files,
			read: (path) =>
				path === present(a).content ? Promise.reject(new Error('bad sector')) : files.read(path)
		};
		const again = await openStore(refusing);
		let pauses = 0;
		await again.check(async () => (pauses += 1));
		expect([again.damaged, pauses]).toEqual([[a, b], 3]);
	});

	it('is healed in its place by committing the same file anew', async () => {
		const { files, store } = await storeWith('a', 'b');
		const before = store.manifest.submissions;
		await files.remove(present(before[0]).content);
		await store.check(async () => undefined);
		expect(store.damaged.length).toBe(1);
		await store.commit([addition('a')], { at: '2026-12-01T00:00:00Z' });
		expect([store.damaged, store.manifest.submissions]).toEqual([[], before]);
		expect((await store.contents(before)).length).toBe(2);
		const { entries } = await store.log();
		expect(entries.at(-1)).toEqual({
			...{ at: AT, what: 'healed', names: ['a.csv'], count: 1, figures: 2 }
		});
	});

	it('is written again where another tab swept what this one remembers', async () => {
		const files = memoryFiles();
		const store = await openStore(rememberingFiles(files));
		await store.commit([addition('a')], { at: AT });
		await (await openStore(files)).clear();
		const { submissions } = await store.commit([addition('a')], { at: AT });
		expect((await (await openStore(files)).contents(submissions)).length).toBe(1);
	});

	it('is whole again once the submission is undone and its file committed anew', async () => {
		const { files, store } = await storeWith('a');
		await files.write(present(store.manifest.submissions[0]).content, new Uint8Array());
		await store.undo(present(store.manifest.submissions[0]).id);
		const { submissions } = await store.commit([addition('a')], { at: AT });
		expect(await store.content(present(submissions[0]))).toEqual(
			new TextEncoder().encode('entries a')
		);
	});
});
