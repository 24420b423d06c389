import { gunzip, gzip } from '#lib/base/gzipped.ts';
import type { Manifest } from '#lib/store/manifest.ts';
import type { Store } from '#lib/store/store.ts';

/** The rollup that the store keeps under the name, as `rollUp` made it; `undefined` where it keeps another or none. */
export async function readKeptRollup(store: Store, of: string): Promise<Uint8Array | undefined> {
	const kept = await store.rollup(of);
	return kept && gunzip(kept);
}

/** Keeps a rollup under its name, packed: a thirtieth of the bytes, which are written, read back and held to a checksum. */
export async function keepRollup(
	store: Store,
	rollup: Uint8Array,
	{ of, basis }: { of: string; basis?: Manifest }
): Promise<void> {
	await store.saveRollup(await gzip(rollup), of, basis);
}
