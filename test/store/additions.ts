import { createHash } from 'node:crypto';
import type { Files } from '#lib/store/files.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { openStore as openStoreAt, type Store } from '#lib/store/store.ts';
import type { Addition } from '#lib/store/submission.ts';

/** When every submission of these tests is committed. */
export const AT = '2026-11-22T03:00:00.000Z';

/** The store over the files, whose clock stands still. */
export function openStore(files: Files): Promise<Store> {
	return openStoreAt(files, () => AT);
}

/** SHA-256 by Node's own hand, hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** A submission to come whose file and entries follow from its name. */
export function addition(name: string, more: Partial<Addition> = {}): Addition {
	return {
		file: `${name}.csv`,
		sha256: sha256(`file ${name}`),
		template: 'B1',
		periods: ['2026-Q3'],
		state: 'official',
		rows: { read: 3, accepted: 2, rejected: 1 },
		figures: 2,
		issues: [{ severity: 'error', code: 'number.text', row: 4, column: 'HTXSNV', value: 'hai' }],
		content: new TextEncoder().encode(`entries ${name}`),
		...more
	};
}

/** A store in new files, with these files committed. */
export async function storeWith(...names: string[]): Promise<{ files: Files; store: Store }> {
	const files = memoryFiles();
	const store = await openStore(files);
	await store.commit(
		names.map((name) => addition(name)),
		{ at: AT }
	);
	return { files, store };
}

/** All that a store gives back: its manifest and every content, as text. */
export async function everythingIn(store: Store): Promise<object> {
	const { manifest } = store;
	const contents = manifest.submissions.map((submission) => store.content(submission));
	const rollup = manifest.rollup && (await store.rollup(manifest.rollup.of));
	const organisation = await store.organisation();
	const catalogues = (manifest.catalogue ?? []).map((edition) => store.ownCatalogue(edition));
	const templates = (manifest.reports?.templates ?? []).map((each) => store.templateBytes(each));
	return {
		manifest,
		contents: (await Promise.all(contents)).map(asText),
		organisation: organisation && [asText(organisation.units), asText(organisation.lineage)],
		catalogues: (await Promise.all(catalogues)).map(asText),
		templates: (await Promise.all(templates)).map(asText),
		log: await store.log(),
		rollup: asText(rollup)
	};
}

/** The same of a store newly opened, and what lies in its folder. */
export async function reopened(files: Files): Promise<object> {
	const everything = await everythingIn(await openStore(files));
	return { ...everything, names: await namesIn(files) };
}

/** Every path among the files, in order. */
export async function namesIn(files: Files): Promise<string[]> {
	const contents = await files.list('contents');
	return [...(await files.list('')), ...contents.map((name) => `contents/${name}`)].sort();
}

function asText(bytes: Uint8Array | undefined): string | undefined {
	return bytes && new TextDecoder().decode(bytes);
}

/** The value, where the test has put one. */
export function present<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('the test expects a value here');
	return value;
}
