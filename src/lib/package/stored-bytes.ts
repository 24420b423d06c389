import { AppError } from '#lib/base/app-error.ts';
import type { Store } from '#lib/store/store.ts';

/** A reader of the store's contents by path; it rejects with AppError `package.lost-content` where one is damaged. */
export function readOf(store: Store): (content: string) => Promise<Uint8Array> {
	return async (content) => {
		const bytes = await store.bytesOf({ content, sha256: content.slice('contents/'.length) });
		if (!bytes) throw new AppError('package.lost-content', { part: content });
		return bytes;
	};
}
