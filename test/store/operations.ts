import type { Layout } from '#lib/base/layout.ts';
import type { Files } from '#lib/store/files.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import type { Store } from '#lib/store/store.ts';
import { addition, AT, namesIn, openStore, present, sha256 } from './additions.ts';

/** A state to start from, and one thing that is done to it. */
export interface Operation {
	name: string;
	/** The files as they lie before. */
	past: () => Promise<Files>;
	make: (store: Store) => Promise<unknown>;
	/** Whether it may be reported as failed after it has landed. */
	lands: 'when it resolves' | 'maybe before it resolves';
}

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const layout: Layout = { template: 'B1', name: 'quý I', headers: ['don vi'], answers: { a: 'b' } };
const template = { id: 't2', name: 'tờ trình.docx', format: 'docx' as const, at: AT };

/** Everything that changes what is kept. */
export const OPERATIONS: readonly Operation[] = [
	...operations(usedWorkspace, {
		'commit of one file': (store) => store.commit([addition('x')], { at: AT }),
		'import of several files': (store) =>
			store.commit(
				['x', 'y', 'z'].map((name) => addition(name)),
				{ at: AT }
			),
		'commit of entries that are there already': (store) =>
			store.commit([addition('x', { content: new TextEncoder().encode('entries a') })], { at: AT }),
		'undo of one': (store) => store.undo(idOf(store, 0)),
		'undo of several': (store) => store.undo(idOf(store, 0), idOf(store, 1)),
		'saving the organisation': (store) =>
			store.saveOrganisation({ units: bytes(7), lineage: bytes(8) }, { at: AT }),
		'undoing the organisation': (store) => store.undoOrganisation(),
		'saving the catalogue': (store) => store.saveCatalogue(bytes(9), { at: AT }),
		'undoing the catalogue': (store) => store.undoCatalogue(),
		'keeping a layout': (store) => store.changeLayouts((kept) => [...kept, layout]),
		'keeping a template': (store) => store.saveTemplate(bytes(10), template),
		'removing a template': (store) =>
			store.changeReports((kept) => ({ ...kept, templates: kept.templates.slice(1) })),
		'saving the rollup': (store) => store.saveRollup(bytes(11), 'as reported'),
		'an entry of the log': (store) => store.record({ what: 'exported', names: ['x'], count: 1 }),
		'the note of a backup': (store) => store.recordBackup(2, { names: ['x'], count: 2 }),
		'restoring a backup': restore
	}),
	...operations(usedWorkspace, { clearing: (store) => store.clear() }, 'maybe before it resolves'),
	...operations(emptyFiles, { 'the first opening': async () => undefined }),
	...operations(() => oldWorkspace(1), {
		'a commit into format 1': (store) => store.commit([addition('x')], { at: AT })
	}),
	...operations(() => oldWorkspace(2), {
		'a commit into format 2': (store) => store.commit([addition('x')], { at: AT })
	}),
	...operations(withOneManifestLost, { 'mending the manifest': async () => undefined }),
	...operations(
		withDamage,
		{ 'healing a damaged content': (store) => store.commit([addition('b')], { at: AT }) },
		'maybe before it resolves'
	)
];

function operations(
	past: Operation['past'],
	makes: Record<string, Operation['make']>,
	lands: Operation['lands'] = 'when it resolves'
): Operation[] {
	return Object.entries(makes).map(([name, make]) => {
		let made: Promise<Files> | undefined;
		const copied = async (): Promise<Files> => copyOf(await (made ??= past()));
		return { name, past: copied, make, lands };
	});
}

async function emptyFiles(): Promise<Files> {
	return memoryFiles();
}

/** Some of everything, a log whose next entry fills its chapter, and what a killed write has left. */
async function usedWorkspace(): Promise<Files> {
	const files = memoryFiles();
	const store = await openStore(files);
	for (let nth = 0; nth < 90; nth += 1) {
		await store.record({ what: 'exported', names: [], count: nth });
	}
	await store.commit([addition('a'), addition('b')], { at: AT });
	for (const nth of [1, 2]) {
		await store.saveOrganisation({ units: bytes(nth), lineage: bytes(nth, nth) }, { at: AT });
		await store.saveCatalogue(bytes(nth, nth, nth), { at: AT });
	}
	await store.changeLayouts(() => [{ ...layout, name: 'trước' }]);
	await store.saveTemplate(bytes(4), { ...template, id: 't1', name: 'mẫu.docx' });
	await store.saveRollup(bytes(5), 'as reported');
	await store.record({ what: 'exported', names: ['a.docx'], count: 1 });
	await store.record({ what: 'exported', names: ['b.docx'], count: 1 });
	await files.write('contents/stray.tmp', bytes(1));
	return files;
}

async function oldWorkspace(format: number): Promise<Files> {
	const files = memoryFiles();
	const units = { content: `contents/${sha256('list')}`, sha256: sha256('list') };
	await files.write(units.content, new TextEncoder().encode('list'));
	const body = JSON.stringify({ format, sequence: 7, submissions: [], units });
	const sealed = new TextEncoder().encode(`{"sha256":"${sha256(body)}","manifest":${body}}`);
	for (const name of ['manifest.json', 'manifest.copy.json']) await files.write(name, sealed);
	return files;
}

async function withOneManifestLost(): Promise<Files> {
	const files = await usedWorkspace();
	await files.remove('manifest.json');
	return files;
}

async function withDamage(): Promise<Files> {
	const files = await usedWorkspace();
	const { submissions } = (await openStore(files)).manifest;
	await files.write(present(submissions[1]).content, bytes(0));
	return files;
}

async function restore(store: Store): Promise<unknown> {
	const other = await openStore(memoryFiles());
	await other.commit([addition('r'), addition('s')], { at: AT });
	const contents = await other.contents(other.manifest.submissions);
	return store.restore(contents, () => other.manifest, { names: ['x.thuocdo'], count: 2 });
}

function idOf(store: Store, place: number): string {
	return store.manifest.submissions[place]?.id ?? '';
}

async function copyOf(files: Files): Promise<Files> {
	const copy = memoryFiles();
	for (const path of await namesIn(files)) {
		const found = await files.read(path);
		if (found) await copy.write(path, found);
	}
	return copy;
}
