import { AppError } from '#lib/base/app-error.ts';
import type { Manifest } from '#lib/store/manifest.ts';
import { namedContents } from '#lib/store/named-contents.ts';
import type { Store } from '#lib/store/store.ts';
import { packedPart } from './packed-part.ts';

/** A reader of the store's contents by path; it rejects with AppError `package.lost-content` where one is damaged. */
export function readOf(store: Store): (content: string) => Promise<Uint8Array> {
	return async (content) => {
		const bytes = await store.bytesOf({ content, sha256: content.slice('contents/'.length) });
		if (!bytes) throw new AppError('package.lost-content', { part: content });
		return bytes;
	};
}

/** Every content of the store that travels in a package, by path; rejects as `readOf` does. */
export async function packedContents(
	store: Store,
	manifest: Manifest
): Promise<Map<string, Uint8Array>> {
	const read = readOf(store);
	const contents = new Map<string, Uint8Array>();
	for (const { content } of namedContents(packedPart(manifest))) {
		if (!contents.has(content)) contents.set(content, await read(content));
	}
	return contents;
}
