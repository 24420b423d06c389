import { describe, expect, it } from 'vitest';
import type { LogEntry } from '#lib/store/log.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { openStore as openStoreAt, type Store } from '#lib/store/store.ts';
import { addition, AT, openStore, present } from './additions.ts';

const list = (...bytes: number[]): Uint8Array => new Uint8Array(bytes);

async function told(store: Store): Promise<Omit<LogEntry, 'at'>[]> {
	const { entries } = await store.log();
	return entries.map(({ what, names, count, figures }) => ({
		...{ what, names, count },
		...(figures !== undefined && { figures })
	}));
}

describe('the log', () => {
	it('tells what was submitted, changed, undone and exported, in order', async () => {
		const files = memoryFiles();
		const store = await openStore(files);
		await store.commit([addition('a'), addition('b', { figures: 7 })], { at: AT });
		await store.undo(...store.manifest.submissions.map(({ id }) => id));
		await store.saveOrganisation({ units: list(1) }, { at: AT });
		await store.undoOrganisation();
		await store.saveCatalogue(list(1), { at: AT });
		await store.undoCatalogue();
		const layout = { template: 'B1', name: 'quý I', headers: ['a'], answers: {} };
		await store.changeLayouts(() => [layout]);
		await store.saveTemplate(list(2), { id: 't', name: 'mẫu.docx', format: 'docx', at: AT });
		await store.record({ what: 'exported', names: ['báo cáo.docx'], count: 1 });
		await store.recordBackup(2, { names: ['sao lưu.thuocdo'], count: 0 });
		expect(await told(await openStore(files))).toEqual([
			{ what: 'submitted', names: ['a.csv', 'b.csv'], count: 2, figures: 9 },
			{ what: 'undone', names: ['a.csv', 'b.csv'], count: 2, figures: 9 },
			{ what: 'organisation-saved', names: [], count: 1 },
			{ what: 'organisation-undone', names: [], count: 1 },
			{ what: 'catalogue-saved', names: [], count: 1 },
			{ what: 'catalogue-undone', names: [], count: 1 },
			{ what: 'layouts-changed', names: ['quý I'], count: 1 },
			{ what: 'templates-changed', names: ['mẫu.docx'], count: 1 },
			{ what: 'exported', names: ['báo cáo.docx'], count: 1 },
			{ what: 'backed-up', names: ['sao lưu.thuocdo'], count: 0 }
		]);
	});

	it('says when, by the clock of the store', async () => {
		const store = await openStoreAt(memoryFiles(), () => '2027-01-02T03:04:05.678Z');
		await store.commit([addition('a')], { at: AT });
		expect((await store.log()).entries.map(({ at }) => at)).toEqual(['2027-01-02T03:04:05.678Z']);
	});

	it('says nothing of what changes nothing: a file in force already, a submission undone twice', async () => {
		const store = await openStore(memoryFiles());
		await store.commit([addition('a')], { at: AT });
		await store.commit([addition('a')], { at: AT });
		const id = present(store.manifest.submissions[0]).id;
		await store.undo(id);
		await store.undo(id);
		await store.saveRollup(list(1), 'as reported');
		expect((await told(store)).map(({ what }) => what)).toEqual(['submitted', 'undone']);
	});

	it('keeps 3 000 entries and a few, says how many older ones went, and stays small', async () => {
		const files = memoryFiles();
		const store = await openStore(files);
		for (let nth = 1; nth <= 3250; nth += 1) {
			await store.record({ what: 'exported', names: [`${nth}.csv`], count: nth });
		}
		const { entries, dropped, lost } = await (await openStore(files)).log();
		expect([entries.length, dropped, lost]).toEqual([3050, 200, 0]);
		expect(entries.map(({ count }) => count)).toEqual(
			Array.from({ length: 3050 }, (_, place) => place + 201)
		);
		expect((await files.list('contents')).length).toBe(30);
		expect(present(await files.read('manifest.json')).length).toBeLessThan(20_000);
	});

	it('names at most 20 files of an entry, and counts them all', async () => {
		const store = await openStore(memoryFiles());
		const additions = Array.from({ length: 30 }, (_, nth) => addition(String(nth)));
		await store.commit(additions, { at: AT });
		const [entry] = await told(store);
		expect([entry?.names.length, entry?.count]).toEqual([20, 30]);
	});

	it('loses the entries of a damaged chapter alone, and says how many', async () => {
		const files = memoryFiles();
		const store = await openStore(files);
		for (let nth = 1; nth <= 250; nth += 1) {
			await store.record({ what: 'exported', names: [], count: nth });
		}
		await files.write(present(store.manifest.log?.chapters[0]).file.content, list(1));
		const { entries, dropped, lost } = await (await openStore(files)).log();
		expect([entries[0]?.count, entries.length, dropped, lost]).toEqual([101, 150, 0, 100]);
	});

	it('is forgotten with the rest when all is cleared, but for that', async () => {
		const store = await openStore(memoryFiles());
		await store.commit([addition('a')], { at: AT });
		await store.recordBackup(1, { names: [], count: 1 });
		await store.clear();
		expect(await told(store)).toEqual([{ what: 'cleared', names: [], count: 1 }]);
		expect(store.manifest.backup).toBeUndefined();
	});
});

describe('the last backup', () => {
	it('is kept with its time and how far it reached', async () => {
		const files = memoryFiles();
		const store = await openStore(files);
		await store.commit([addition('a')], { at: AT });
		await store.recordBackup(1, { names: ['sao lưu.thuocdo'], count: 1 });
		await store.commit([addition('b')], { at: AT });
		expect((await openStore(files)).manifest.backup).toEqual({ at: AT, sequence: 1 });
	});
});

describe('restore', () => {
	async function packed(...names: string[]): Promise<{ store: Store; contents: Uint8Array[] }> {
		const store = await openStore(memoryFiles());
		await store.commit(
			names.map((name) => addition(name)),
			{ at: AT }
		);
		const contents = store.manifest.submissions.map((each) => store.content(each));
		return { store, contents: await Promise.all(contents) };
	}

	it('puts all in force that is brought, tells of it, and gives no id twice', async () => {
		const files = memoryFiles();
		const store = await openStore(files);
		await store.commit([addition('x'), addition('y'), addition('z')], { at: AT });
		const { store: other, contents } = await packed('a', 'b');
		const about = { names: ['sao lưu.thuocdo'], count: 2 };
		await store.restore(contents, () => other.manifest, about);
		const again = await openStore(files);
		expect(again.manifest.submissions).toEqual(other.manifest.submissions);
		expect(again.manifest.sequence).toBe(3);
		expect((await told(again)).map(({ what }) => what)).toEqual(['submitted', 'restored']);
		const [first] = again.manifest.submissions;
		expect(await again.content(present(first))).toEqual(new TextEncoder().encode('entries a'));
	});

	it('heals a content that was damaged', async () => {
		const { store: other, contents } = await packed('a');
		const files = memoryFiles();
		const store = await openStore(files);
		await store.commit([addition('a')], { at: AT });
		await files.write(present(store.manifest.submissions[0]).content, list(1));
		await store.restore(contents, () => other.manifest, { names: [], count: 1 });
		const [first] = store.manifest.submissions;
		expect(await store.content(present(first))).toEqual(new TextEncoder().encode('entries a'));
	});

	it('changes nothing where a content is lacking', async () => {
		const files = memoryFiles();
		const store = await openStore(files);
		await store.commit([addition('x')], { at: AT });
		const before = store.manifest;
		const { store: other, contents } = await packed('a', 'b');
		const restoring = store.restore(contents.slice(1), () => other.manifest, {
			names: [],
			count: 2
		});
		await expect(restoring).rejects.toThrow(TypeError);
		expect((await openStore(files)).manifest).toEqual(before);
	});
});
