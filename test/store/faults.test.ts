import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Files } from '#lib/store/files.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import type { Store } from '#lib/store/store.ts';
import { addition, AT, everythingIn, reopened, openStore } from './additions.ts';
import { type Fault, faultyFiles } from './faulty-files.ts';

/** One change to a store, and whether it may be reported as failed after it has landed. */
interface Change {
	make: (store: Store) => Promise<unknown>;
	lands: 'when it resolves' | 'maybe before it resolves';
}

const FAULTS: Fault[] = ['fails', 'fails-late', 'dies'];

const bytes = fc.uint8Array({ maxLength: 20 });
const file = fc.record({ name: fc.string(), note: fc.string({ unit: 'binary' }) });
const surelyLanding = fc
	.oneof(
		fc.array(file, { maxLength: 3 }).map((files) => {
			const additions = files.map(({ name, note }) => addition(name, { note }));
			return (store: Store) => store.commit(additions, { at: AT });
		}),
		fc.nat(3).map((nth) => (store: Store) => store.undo(store.manifest.submissions[nth]?.id ?? '')),
		fc
			.record({ units: bytes, lineage: fc.option(bytes, { nil: undefined }) })
			.map((lists) => (store: Store) => store.saveOrganisation(lists, { at: AT })),
		bytes.map((own) => (store: Store) => store.saveCatalogue(own, { at: AT })),
		fc.constant((store: Store) => store.undoOrganisation()),
		fc.constant((store: Store) => store.undoCatalogue()),
		bytes.map((rollup) => (store: Store) => store.saveRollup(rollup, 'as reported')),
		file.map(({ name }) => (store: Store) => {
			const settled = { template: 'B1', name, headers: [name], answers: { [name]: 'MH05' } };
			return store.changeLayouts((kept) => [...kept, settled]);
		}),
		bytes.map((template) => (store: Store) => {
			const about = { id: String(template[0]), name: 'mẫu.docx', format: 'docx' as const, at: AT };
			return store.saveTemplate(template, about);
		}),
		fc.constant((store: Store) =>
			store.changeReports(({ templates, definitions }) => ({
				definitions,
				templates: templates.slice(1)
			}))
		)
	)
	.map((make): Change => ({ make, lands: 'when it resolves' }));
const change = fc.oneof(
	{ weight: 5, arbitrary: surelyLanding },
	fc.constant<Change>({ make: (store) => store.clear(), lands: 'maybe before it resolves' })
);

/** What was done before: whole changes, and perhaps one in which the tab died at the given call. */
const history = fc.record({
	changes: fc.array(change, { maxLength: 3 }),
	killed: fc.option(fc.record({ change, at: fc.integer({ min: 1, max: 20 }) }))
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

async function filesAfter({ changes, killed }: History): Promise<Files> {
	const files = memoryFiles();
	const store = await openStore(files);
	for (const { make } of changes) await make(store);
	if (killed) await isDone(faultyFiles(files, { at: killed.at, fault: 'dies' }), killed.change);
	return files;
}

/** Opens a store over the files and makes the change; false where either failed. */
async function isDone(files: Files, { make }: Change): Promise<boolean> {
	return openStore(files)
		.then(make)
		.then(
			() => true,
			() => false
		);
}

describe('a fault at any storage call', () => {
	it(
		'leaves the state before the change or the one after it, never one between',
		{ timeout: 60_000 },
		async () => {
			let injected = 0;
			await fc.assert(
				fc.asyncProperty(history, change, fc.constantFrom(...FAULTS), async (past, last, fault) => {
					const before = await reopened(await filesAfter(past));
					const done = await filesAfter(past);
					expect(await isDone(done, last)).toBe(true);
					const after = await reopened(done);
					for (let at = 1; ; at += 1) {
						const files = await filesAfter(past);
						const faulty = faultyFiles(files, { at, fault });
						const said = await isDone(faulty, last);
						const mayHaveLanded = fault === 'fails-late' || last.lands !== 'when it resolves';
						const found = await reopened(files);
						if (said) expect(found).toEqual(after);
						else expect(mayHaveLanded ? [before, after] : [before]).toContainEqual(found);
						if (faulty.calls < at) break;
						injected += 1;
					}
				}),
				{ numRuns: 100 }
			);
			expect(injected).toBeGreaterThan(1000);
		}
	);

	it('leaves an open store as it was, and usable', async () => {
		const openingCalls = 7;
		const commitCalls = 6;
		for (let at = 1; at <= commitCalls; at += 1) {
			const files = memoryFiles();
			const faulty = faultyFiles(files, { at: openingCalls + at, fault: 'fails' });
			const store = await openStore(faulty);
			const { manifest } = store;
			await expect(store.commit([addition('a')], { at: AT })).rejects.toThrow('fault');
			expect(store.manifest).toEqual(manifest);
			await store.commit([addition('b')], { at: AT });
			expect(await reopened(files)).toMatchObject(await everythingIn(store));
		}
	});
});
