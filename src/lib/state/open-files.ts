import { AppError } from '#lib/base/app-error.ts';
import type { Files } from '#lib/store/files.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { openOpfsFiles } from '#lib/store/opfs-files.ts';
import { rememberingFiles } from '#lib/store/remembering-files.ts';

/** The browser's own files; files that last as long as the page, `isKept` false, where the browser keeps nothing. */
export async function openFiles(): Promise<{ files: Files; isKept: boolean }> {
	try {
		return { files: rememberingFiles(await openOpfsFiles()), isKept: true };
	} catch (error) {
		if (error instanceof AppError && error.code === 'store.no-storage') {
			return { files: memoryFiles(), isKept: false };
		}
		throw error;
	}
}
