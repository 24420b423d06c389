import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import type { Files } from '#lib/store/files.ts';
import { readManifest } from '#lib/store/manifest.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { addition, AT, namesIn, present, reopened, sha256, openStore } from './additions.ts';

const PATHS = ['manifest.json', 'manifest.copy.json'];

async function committedFiles(): Promise<Files> {
	const files = memoryFiles();
	const store = await openStore(files);
	await store.commit([addition('a')], { at: AT });
	return files;
}

async function bytesOf(files: Files): Promise<[string, Uint8Array | undefined][]> {
	const names = await namesIn(files);
	return Promise.all(names.map(async (name) => [name, await files.read(name)]));
}

function sealed(manifest: object): Uint8Array {
	const body = JSON.stringify(manifest);
	return new TextEncoder().encode(`{"sha256":"${sha256(body)}","manifest":${body}}`);
}

/** One way to damage a file: cut it, empty it, lose it, or change one of its bytes. */
const damage = fc
	.record({
		how: fc.constantFrom('cut', 'lost', 'flipped'),
		place: fc.nat(),
		flip: fc.integer({ min: 1, max: 127 })
	})
	.map(({ how, place, flip }) => async (files: Files, path: string) => {
		const bytes = present(await files.read(path));
		const index = place % bytes.length;
		if (how === 'lost') return files.remove(path);
		if (how === 'cut') return files.write(path, bytes.slice(0, index));
		return files.write(
			path,
			bytes.map((byte, at) => (at === index ? byte ^ flip : byte))
		);
	});

describe('the manifest', () => {
	it('is JSON under its own checksum, in two equal copies', async () => {
		const files = memoryFiles();
		await openStore(files);
		const text = JSON.stringify({
			sha256: sha256('{"format":3,"sequence":0,"submissions":[]}'),
			manifest: { format: 3, sequence: 0, submissions: [] }
		});
		const bytes = new TextEncoder().encode(text);
		expect(await bytesOf(files)).toEqual([
			['manifest.copy.json', bytes],
			['manifest.json', bytes]
		]);
	});

	it('keeps any text of a file name, sheet, note and issue', async () => {
		const anything = fc.string({ unit: 'binary' });
		await fc.assert(
			fc.asyncProperty(anything, anything, anything, async (file, sheet, value) => {
				const files = memoryFiles();
				const store = await openStore(files);
				const params = { ['__proto__']: 1, [value]: value, n: 0.5 };
				const issues = [{ severity: 'info' as const, code: 'x', value, params }];
				await store.commit([addition('a', { file, sheet, note: value, issues })], { at: AT });
				expect(await readManifest(files)).toEqual(store.manifest);
				expect(store.manifest.submissions[0]).toMatchObject({ file, sheet, note: value, issues });
			})
		);
	});

	it('loses nothing when either copy is damaged, and is whole again after opening', async () => {
		const before = await reopened(await committedFiles());
		const whole = await bytesOf(await committedFiles());
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...PATHS), damage, async (path, spoil) => {
				const files = await committedFiles();
				await spoil(files, path);
				expect(await reopened(files)).toEqual(before);
				expect(await bytesOf(files)).toEqual(whole);
			})
		);
	});

	it('is refused with nothing touched when both copies are damaged', async () => {
		await fc.assert(
			fc.asyncProperty(damage, damage, async (spoilOne, spoilOther) => {
				const files = await committedFiles();
				await spoilOne(files, present(PATHS[0]));
				await spoilOther(files, present(PATHS[1]));
				await files.write('contents/stray', new Uint8Array([1]));
				const before = await bytesOf(files);
				await expect(openStore(files)).rejects.toEqual(new AppError('store.damaged'));
				expect(await bytesOf(files)).toEqual(before);
			})
		);
	});

	it('of a newer format is refused with nothing touched, in a store already open too', async () => {
		const files = await committedFiles();
		const store = await openStore(files);
		const newer = sealed({ format: 6, submissions: { by: 'something else' } });
		for (const path of PATHS) await files.write(path, newer);
		await files.write('contents/stray', new Uint8Array([1]));
		const before = await bytesOf(files);
		const refusal = new AppError('store.newer', { format: 6 });
		await expect(openStore(files)).rejects.toEqual(refusal);
		await expect(store.commit([addition('b')], { at: AT })).rejects.toEqual(refusal);
		expect(await bytesOf(files)).toEqual(before);
	});

	it('of the format before opens, and the next change writes it anew', async () => {
		const files = memoryFiles();
		const old = sealed({ format: 1, sequence: 7, submissions: [] });
		for (const path of PATHS) await files.write(path, old);
		const store = await openStore(files);
		expect(store.manifest).toEqual({ format: 3, sequence: 7, submissions: [] });
		const { sequence, format } = await store.commit([addition('a')], { at: AT });
		expect([sequence, format]).toEqual([8, 5]);
	});

	it('of format 2 brings its unit list as the first edition of the organisation', async () => {
		const files = memoryFiles();
		const units = { content: `contents/${sha256('list')}`, sha256: sha256('list') };
		await files.write(units.content, new TextEncoder().encode('list'));
		const old = sealed({ format: 2, sequence: 1, submissions: [], units });
		for (const path of PATHS) await files.write(path, old);
		const store = await openStore(files);
		expect(store.manifest.organisation).toEqual([{ units }]);
		expect(await store.organisation()).toEqual({ units: new TextEncoder().encode('list') });
	});

	it.each([
		['a missing field', { format: 1, sequence: 1 }],
		['an unknown field', { format: 1, sequence: 1, submissions: [], more: 1 }],
		['a wrong value', { format: 1, sequence: -1, submissions: [] }],
		[
			'a path out of the folder',
			{ format: 1, sequence: 1, submissions: [], units: { content: '../x', sha256: sha256('') } }
		]
	])('with %s is damaged, though its checksum holds', async (_, manifest) => {
		const files = memoryFiles();
		for (const path of PATHS) await files.write(path, sealed(manifest));
		await expect(openStore(files)).rejects.toEqual(new AppError('store.damaged'));
	});
});

describe('opening', () => {
	it('sweeps contents that no submission names and what killed writes left', async () => {
		const files = await committedFiles();
		const before = await namesIn(files);
		const strays = [
			'manifest.json.tmp',
			'manifest.json.tmp.crswap',
			'contents/0.tmp',
			'contents/0'
		];
		for (const path of strays) await files.write(path, new Uint8Array([1]));
		await openStore(files);
		expect(await namesIn(files)).toEqual(before);
	});

	it('leaves other files beside the manifest alone', async () => {
		const files = await committedFiles();
		await files.write('report.json', new Uint8Array([1]));
		await openStore(files);
		expect(await namesIn(files)).toContain('report.json');
	});
});

describe('a change', () => {
	it('goes through the folder of contents only where another store has been at work', async () => {
		const disk = memoryFiles();
		let lists = 0;
		const files = {
			...disk,
			list: (folder: string) => {
				if (folder === 'contents') lists += 1;
				return disk.list(folder);
			}
		};
		const store = await openStore(files);
		const atOpening = lists;
		await store.commit([addition('a')], { at: AT });
		await store.undo(...store.manifest.submissions.map(({ id }) => id));
		await store.commit([addition('b')], { at: AT });
		expect(lists).toBe(atOpening);
		const [kept] = store.manifest.submissions;
		const named = (await disk.list('contents')).filter((name) => kept?.content.endsWith(name));
		expect(named).toHaveLength(1);

		await disk.write('contents/0', new Uint8Array([1]));
		await (await openStore(disk)).commit([addition('c')], { at: AT });
		await disk.write('contents/1', new Uint8Array([1]));
		await store.refresh();
		expect(lists).toBe(atOpening + 1);
		expect(await disk.list('contents')).not.toContain('1');
	});

	it('leaves no content behind that the change after it does not name', async () => {
		const files = memoryFiles();
		const store = await openStore(files);
		await store.commit([addition('a')], { at: AT });
		const [gone] = store.manifest.submissions;
		await store.undo(gone?.id ?? '');
		await store.refresh();
		const names = await files.list('contents');
		expect(names.filter((name) => gone?.content.endsWith(name))).toEqual([]);
	});
});
