import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import type { Files } from '#lib/store/files.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import type { Store } from '#lib/store/store.ts';
import { addition, AT, everythingIn, namesIn, openStore, present } from './additions.ts';

const FOLDER = new URL('../fixtures/workspaces/', import.meta.url);

/** One workspace as a version of the product left it; never written anew. */
interface Fixture {
	files: Record<string, string>;
	/** What a store over it gives back. */
	expected: {
		submissions: string[];
		contents: string[];
		organisation: unknown;
		catalogues: unknown[];
	};
}

const names = readdirSync(FOLDER).filter((name) => /^format-\d+\.json\.gz$/.test(name));

function fixture(name: string): Fixture {
	return JSON.parse(gunzipSync(readFileSync(new URL(name, FOLDER))).toString()) as Fixture;
}

async function filesOf({ files }: Fixture): Promise<Files> {
	const kept = memoryFiles();
	for (const [path, text] of Object.entries(files)) {
		await kept.write(path, new Uint8Array(Buffer.from(text, 'base64')));
	}
	return kept;
}

async function asJson(store: Store): Promise<Fixture['expected']> {
	return JSON.parse(JSON.stringify(await everythingIn(store))) as Fixture['expected'];
}

describe.each(names)('the workspace %s', (name) => {
	it('opens as it was left, and takes a further submission', async () => {
		const { expected, ...rest } = fixture(name);
		const files = await filesOf({ expected, ...rest });
		const store = await openStore(files);
		const { contents, organisation, catalogues } = await asJson(store);
		const submissions = store.manifest.submissions.map(({ file }) => file);
		expect({ submissions, contents, organisation, catalogues }).toEqual(expected);
		await store.commit([addition('mới')], { at: AT });
		const again = await asJson(await openStore(files));
		expect(again.contents).toEqual([...expected.contents, 'entries mới']);
		expect(again.organisation).toEqual(expected.organisation);
	});
});

it('there is a workspace of every format so far', () => {
	expect(names).toEqual([1, 2, 3, 4, 5].map((format) => `format-${format}.json.gz`));
});

it('a workspace of a format to come is refused, and not a byte of it changes', async () => {
	const [newest] = names.toReversed();
	const files = await filesOf(fixture(present(newest)));
	const { createHash } = await import('node:crypto');
	const text = new TextDecoder().decode(present(await files.read('manifest.json')));
	const body = text
		.slice(text.indexOf('"manifest":') + 11, -1)
		.replace(/"format":\d+/, '"format":99');
	const sha256 = createHash('sha256').update(body).digest('hex');
	const sealed = new TextEncoder().encode(`{"sha256":"${sha256}","manifest":${body}}`);
	for (const path of ['manifest.json', 'manifest.copy.json']) await files.write(path, sealed);
	await files.write('contents/to-come', new Uint8Array([1]));
	const all = async (): Promise<unknown[]> =>
		Promise.all((await namesIn(files)).map(async (path) => [path, await files.read(path)]));
	const before = await all();
	await expect(openStore(files)).rejects.toEqual(new AppError('store.newer', { format: 99 }));
	expect(await all()).toEqual(before);
});
