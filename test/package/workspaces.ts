import { encodeEntries, type ReportedEntry } from '#lib/rollup/encode-entries.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import type { Manifest } from '#lib/store/manifest.ts';
import type { OpenedPackage } from '#lib/package/open-package.ts';
import { openStore, type Store } from '#lib/store/store.ts';
import { makePackage, type PackageSource } from '#lib/package/make-package.ts';
import { addition, AT, everythingIn, present } from '#test/store/additions.ts';

const ENTRIES: readonly ReportedEntry[] = [
	{ unit: 'X1', period: '2025', measure: 'tcd', state: 'figure', value: 41n, row: 5, column: 3 },
	{ unit: 'X2', period: '2025', measure: 'tcd', state: 'figure', value: 0n, row: 6, column: 3 },
	{ unit: 'X1', period: '2025', measure: 'dv', state: 'missing', value: 0n, row: 5, column: 4 },
	{
		...{ unit: 'X2', period: '2025', measure: 'dv', state: 'not-applicable', value: 0n },
		...{ row: 6, column: 4 }
	},
	{
		...{ unit: 'X1', period: '2026-Q3', measure: 'dv', state: 'figure' },
		...{ value: 9_007_199_254_740_993n, row: 7, column: 4 }
	}
];

/** A small workspace with something of every kind in it. */
export async function fullWorkspace(): Promise<Store> {
	const store = await openStore(memoryFiles());
	const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
	await store.commit(
		[
			addition('quý ba', {
				content: encodeEntries(ENTRIES),
				figures: ENTRIES.length,
				note: 'Đã đối chiếu'
			}),
			addition('rỗng', { content: encodeEntries([]), figures: 0 }),
			addition('lạ', { content: bytes('no Arrow at all') })
		],
		{ at: AT }
	);
	await store.saveOrganisation({ units: bytes('code;name\nX1;Xã Một') }, { at: AT });
	await store.saveOrganisation(
		{ units: bytes('code;name\nX1;Xã Một\nX2;Xã Hai'), lineage: bytes('date;kind') },
		{ at: AT, note: 'thêm xã' }
	);
	await store.saveCatalogue(bytes('{"targets":[]}'), { at: AT });
	await store.changeLayouts(() => [
		{ template: 'B1', name: 'B1', headers: ['TT', 'Tên'], answers: { 'column:2': 'unit' } }
	]);
	await store.saveTemplate(bytes('PK template'), {
		...{ id: 'mau', name: 'mẫu.docx', format: 'docx', at: AT }
	});
	await store.saveRollup(bytes('rollup'), 'these');
	return store;
}

/** The workspace as a package. */
export function packed(store: Store, more: Partial<PackageSource> = {}): Promise<Uint8Array> {
	return makePackage({
		manifest: store.manifest,
		read: async (content) => {
			const sha256 = content.slice('contents/'.length);
			return present(await store.bytesOf({ content, sha256 }));
		},
		made: { at: AT, by: 'thuocdo 0.1.0', maker: 'Văn phòng' },
		...more
	});
}

/** All that travels in a package: everything but the rollup and what is the machine's own. */
export async function travelling(store: Store): Promise<object> {
	const everything = (await everythingIn(store)) as { manifest: Manifest };
	const { log: _log, backup: _backup, rollup: _rollup, ...manifest } = everything.manifest;
	return { ...everything, manifest: { ...manifest, format: 0 }, log: 0, rollup: 0 };
}

/** A new workspace with what was opened in it. */
export async function restored({ manifest, contents }: OpenedPackage): Promise<Store> {
	const store = await openStore(memoryFiles());
	await store.restore(contents.values(), () => manifest, { names: [], count: 1 });
	return store;
}
