import type { StoredFile } from './edition.ts';
import type { Files } from './files.ts';
import { sha256Of } from './sha256.ts';

/** Keeps the bytes under their checksum, and says where. */
export async function storeContent(files: Files, bytes: Uint8Array): Promise<StoredFile> {
	const sha256 = await sha256Of(bytes);
	const content = `contents/${sha256}`;
	await files.write(content, bytes);
	return { content, sha256 };
}

/** The bytes of the content; `undefined` where they are damaged or lost. */
export async function readContent(
	files: Files,
	stored: StoredFile
): Promise<Uint8Array | undefined> {
	const bytes = await files.read(stored.content);
	return bytes && (await sha256Of(bytes)) === stored.sha256 ? bytes : undefined;
}
