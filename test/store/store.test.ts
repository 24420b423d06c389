import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import type { Layout } from '#lib/base/layout.ts';
import type { Log } from '#lib/store/log.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import {
	addition,
	AT,
	everythingIn,
	namesIn,
	present,
	reopened,
	sha256,
	storeWith,
	openStore
} from './additions.ts';

describe('commit', () => {
	it('describes each submission in the manifest', async () => {
		const store = await openStore(memoryFiles());
		const manifest = await store.commit([addition('a', { sheet: 'B1', note: 'bản sửa' })], {
			at: AT
		});
		expect(manifest).toEqual({
			log: manifest.log,
			format: 5,
			sequence: 1,
			submissions: [
				{
					id: `000001-${sha256('file a').slice(0, 8)}`,
					sequence: 1,
					file: 'a.csv',
					sha256: sha256('file a'),
					sheet: 'B1',
					template: 'B1',
					periods: ['2026-Q3'],
					at: AT,
					note: 'bản sửa',
					state: 'official',
					rows: { read: 3, accepted: 2, rejected: 1 },
					figures: 2,
					issues: [
						{ severity: 'error', code: 'number.text', row: 4, column: 'HTXSNV', value: 'hai' }
					],
					content: `contents/${sha256('entries a')}`,
					contentSha256: sha256('entries a')
				}
			]
		});
		expect(store.manifest).toEqual(manifest);
	});

	it('is there again after reopening, with the same bytes', async () => {
		const { files, store } = await storeWith('a', 'b');
		expect(await everythingIn(await openStore(files))).toEqual(await everythingIn(store));
	});

	it('gives ids that sort in the order of commit and are never given twice', async () => {
		const undos = fc.array(
			fc.record({ names: fc.array(fc.string(), { maxLength: 4 }), undo: fc.nat(9) }),
			{
				maxLength: 4
			}
		);
		await fc.assert(
			fc.asyncProperty(undos, async (steps) => {
				const store = await openStore(memoryFiles());
				const given = new Set<string>();
				for (const { names, undo } of steps) {
					const known = new Set(store.manifest.submissions.map(({ id }) => id));
					const additions = names.map((name) => addition(name));
					const { submissions } = await store.commit(additions, { at: AT });
					const ids = submissions.map(({ id }) => id);
					expect(ids).toEqual([...ids].sort());
					const fresh = ids.filter((id) => !known.has(id));
					expect(fresh.filter((id) => given.has(id))).toEqual([]);
					fresh.forEach((id) => given.add(id));
					await store.undo(ids[undo] ?? '');
				}
			})
		);
	});

	it('changes nothing for a file that is in force with the same entries', async () => {
		const { files, store } = await storeWith('a', 'b');
		const before = await reopened(files);
		await store.commit([addition('b'), addition('a')], { at: '2026-12-01T00:00:00Z' });
		expect(await reopened(files)).toEqual(before);
	});

	it('lands the same file again when its entries or its state differ', async () => {
		const { store } = await storeWith('a');
		const again = [
			addition('a', { state: 'provisional' }),
			addition('a', { content: new Uint8Array() })
		];
		expect((await store.commit(again, { at: AT })).submissions.length).toBe(3);
	});

	it('refuses a description that could not be read again, and stores nothing', async () => {
		const { files, store } = await storeWith('a');
		const before = await reopened(files);
		const wrong = addition('b', { periods: ['quý 3'] });
		await expect(store.commit([wrong], { at: AT })).rejects.toThrow(TypeError);
		expect(await reopened(files)).toEqual(before);
	});

	it('lands beside what another store over the same files commits at the same moment', async () => {
		const files = memoryFiles();
		const [one, other] = [await openStore(files), await openStore(files)];
		await Promise.all([
			one.commit([addition('a'), addition('b')], { at: AT }),
			other.commit([addition('c')], { at: AT }),
			one.commit([addition('d')], { at: AT })
		]);
		const { submissions } = (await openStore(files)).manifest;
		expect(submissions.map(({ sequence, file }) => [sequence, file])).toEqual([
			[1, 'a.csv'],
			[2, 'b.csv'],
			[3, 'c.csv'],
			[4, 'd.csv']
		]);
	});
});

describe('undo', () => {
	it('takes one submission out and leaves the others, and what they share, as they were', async () => {
		const files = memoryFiles();
		const store = await openStore(files);
		const shared = new TextEncoder().encode('entries');
		const additions = ['a', 'b', 'c'].map((name) => addition(name, { content: shared }));
		const [a, b, c] = (await store.commit(additions, { at: AT })).submissions;
		await store.undo(b?.id ?? '');
		const reopenedStore = await openStore(files);
		expect(reopenedStore.manifest).toMatchObject({ sequence: 3, submissions: [a, c] });
		expect(await reopenedStore.content(present(a))).toEqual(shared);
	});

	it('brings the store before the commit back, but for the sequence', async () => {
		const { files, store } = await storeWith('a');
		const before = await reopened(files);
		const { submissions } = await store.commit([addition('b')], { at: AT });
		await store.undo(present(submissions[1]).id);
		const { manifest } = await openStore(files);
		const log = await store.log();
		expect(log.entries.map(({ what }) => what)).toEqual(['submitted', 'submitted', 'undone']);
		expect(await reopened(files)).toEqual({
			...before,
			log,
			manifest: { ...manifest, sequence: 2 }
		});
		expect(manifest.submissions).toEqual(submissions.slice(0, 1));
	});

	it('tells a store that still shows the submission that it was taken back', async () => {
		const { files, store } = await storeWith('a');
		const [submission] = store.manifest.submissions;
		await (await openStore(files)).undo(present(submission).id);
		await openStore(files);
		await expect(store.content(present(submission))).rejects.toEqual(
			new AppError('store.undone', { file: 'a.csv' })
		);
	});
});

describe('organisation', () => {
	const list = (...bytes: number[]): Uint8Array => new Uint8Array(bytes);

	it('is absent until one is saved, and then the newest one, until it is undone', async () => {
		const { files, store } = await storeWith();
		expect(await store.organisation()).toBeUndefined();
		await store.saveOrganisation({ units: list(1) }, { at: AT });
		const first = { units: list(1) };
		expect(await (await openStore(files)).organisation()).toEqual(first);
		await store.saveOrganisation({ units: list(2), lineage: list(3) }, { at: AT, note: 'b' });
		const second = { units: list(2), lineage: list(3) };
		expect(await (await openStore(files)).organisation()).toEqual(second);
		await store.undoOrganisation();
		expect(await store.organisation()).toEqual(first);
		await store.undoOrganisation();
		expect(await store.organisation()).toBeUndefined();
		expect(store.manifest).toEqual(emptyBut(store.manifest.log));
	});

	it('says so when one of its lists is damaged', async () => {
		const { files, store } = await storeWith();
		const { organisation } = await store.saveOrganisation(
			{ units: list(1), lineage: list(2) },
			{ at: AT }
		);
		await files.write(present(organisation?.[0]?.lineage).content, list(3));
		await expect(store.organisation()).rejects.toEqual(new AppError('store.damaged-units'));
	});
});

describe('catalogue', () => {
	it('keeps every edition, and goes back one at a time', async () => {
		const { files, store } = await storeWith();
		await store.saveCatalogue(new Uint8Array([1]), { at: AT, note: 'a' });
		const { catalogue } = await store.saveCatalogue(new Uint8Array([2]), { at: AT, note: 'b' });
		expect(catalogue?.map(({ note }) => note)).toEqual(['a', 'b']);
		const again = await openStore(files);
		expect(await again.ownCatalogue(present(catalogue?.[1]))).toEqual(new Uint8Array([2]));
		expect((await store.undoCatalogue()).catalogue?.map(({ note }) => note)).toEqual(['a']);
		expect((await store.undoCatalogue()).catalogue).toBeUndefined();
	});

	it('says so when it is damaged', async () => {
		const { files, store } = await storeWith();
		const { catalogue } = await store.saveCatalogue(new Uint8Array([1]), { at: AT });
		await files.write(present(catalogue?.[0]).own.content, new Uint8Array([2]));
		const damaged = new AppError('store.damaged-catalogue');
		await expect(store.ownCatalogue(present(catalogue?.[0]))).rejects.toEqual(damaged);
	});
});

describe('rollup', () => {
	it('is given only for what it was computed from, and only whole', async () => {
		const { files, store } = await storeWith('a');
		expect(await store.rollup('1')).toBeUndefined();
		const { rollup } = await store.saveRollup(new Uint8Array([7]), '1');
		expect(await (await openStore(files)).rollup('1')).toEqual(new Uint8Array([7]));
		expect(await store.rollup('2')).toBeUndefined();
		await files.write(present(rollup).content, new Uint8Array([8]));
		expect(await store.rollup('1')).toBeUndefined();
	});
});

describe('a rollup that is late', () => {
	it('is let go of where another tab has committed or undone meanwhile', async () => {
		const { files, store } = await storeWith('a', 'b');
		const other = await openStore(files);
		const basis = store.manifest;
		await other.undo(present(basis.submissions[0]).id);
		await other.saveRollup(new Uint8Array([1]), 'newer');
		await store.saveRollup(new Uint8Array([2]), 'older', basis);
		expect(store.manifest.rollup?.of).toBe('newer');
		await other.commit([addition('c')], { at: AT });
		await store.saveRollup(new Uint8Array([2]), 'older', store.manifest);
		expect((await store.refresh()).rollup?.of).toBe('newer');
	});
});

describe('clear', () => {
	it('forgets everything at once, and goes on counting', async () => {
		const { files, store } = await storeWith('a', 'b');
		await store.saveOrganisation({ units: new Uint8Array([1]) }, { at: AT });
		await store.saveCatalogue(new Uint8Array([3]), { at: AT });
		await store.saveRollup(new Uint8Array([2]), '1');
		const cleared = { at: AT, what: 'cleared', names: [], count: 2 };
		expect(await store.clear()).toEqual({
			...{ format: 5, sequence: 2, submissions: [] },
			log: { chapters: [], recent: [cleared], dropped: 0 }
		});
		expect(await namesIn(files)).toEqual(['manifest.copy.json', 'manifest.json']);
	});
});

describe('changeLayouts', () => {
	const layout = (name: string): Layout => ({
		...{ template: 'B1', name, headers: ['don vi', 'ts tccsd'] },
		answers: { 'unit:p 7': 'MH05' }
	});

	it('keeps what was settled, beside the submissions', async () => {
		const { files, store } = await storeWith('a');
		await store.changeLayouts((kept) => [...kept, layout('quý I')]);
		const { manifest } = await openStore(files);
		expect([manifest.layouts, manifest.submissions.length]).toEqual([[layout('quý I')], 1]);
	});

	it('starts from what another tab kept meanwhile', async () => {
		const files = memoryFiles();
		const [one, other] = [await openStore(files), await openStore(files)];
		await one.changeLayouts((kept) => [...kept, layout('một')]);
		await other.changeLayouts((kept) => [...kept, layout('hai')]);
		expect((await openStore(files)).manifest.layouts).toEqual([layout('một'), layout('hai')]);
	});

	it('forgets the last of them without a trace', async () => {
		const { files, store } = await storeWith();
		await store.changeLayouts(() => [layout('quý I')]);
		await store.changeLayouts(() => []);
		const { manifest } = await openStore(files);
		expect(manifest).toEqual(emptyBut(manifest.log));
	});
});

/** A manifest with nothing in it but what was logged. */
function emptyBut(log: Log | undefined): object {
	return { format: 5, sequence: 0, submissions: [], log };
}
