import { AppError } from '#lib/base/app-error.ts';
import type { StoredFile } from './edition.ts';
import type { Files } from './files.ts';
import { sha256Of } from './sha256.ts';

/**
 * Keeps the bytes under their checksum, and says where; what is there already is not touched. Throws AppError
 * `store.not-written` where the disk says that it has them and gives others back.
 */
export async function storeContent(files: Files, bytes: Uint8Array): Promise<StoredFile> {
	const sha256 = await sha256Of(bytes);
	const stored = { content: `contents/${sha256}`, sha256 };
	// Another tab may have swept what this one still remembers.
	if (await readContent(files, stored, 'from-disk')) return stored;
	await files.write(stored.content, bytes);
	if (!(await readContent(files, stored, 'from-disk'))) throw new AppError('store.not-written');
	return stored;
}

/** The bytes of the content; `undefined` where they are damaged or lost. */
export async function readContent(
	files: Files,
	stored: StoredFile,
	how?: 'from-disk'
): Promise<Uint8Array | undefined> {
	// A place on the disk that cannot be read is as damaged as one that reads wrong.
	const bytes = await files.read(stored.content, how).catch(() => undefined);
	return bytes && (await sha256Of(bytes)) === stored.sha256 ? bytes : undefined;
}
