import { AppError } from '#lib/base/app-error.ts';
import type { Files } from '#lib/store/files.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { openOpfsFiles } from '#lib/store/opfs-files.ts';
import { rememberingFiles } from '#lib/store/remembering-files.ts';
import type { PublishedSite } from '#lib/package/published-site.ts';
import { openPublishedSite, publishedFiles } from './published-files.ts';
import { isPublishedPage } from './published-page.ts';

/** The files of the workspace, and where they lie. */
export interface OpenedFiles {
	files: Files;
	/** False where the browser keeps nothing: the files last as long as the page. */
	isKept: boolean;
	/** What the site says of itself where it is a published one, which nothing is written to. */
	site?: PublishedSite;
}

/** The browser's own files, or those of a published site on its pages. Throws AppError `publish.unreachable`. */
export async function openFiles(): Promise<OpenedFiles> {
	if (isPublishedPage())
		return { files: publishedFiles(), isKept: true, site: await openPublishedSite() };
	try {
		return { files: rememberingFiles(await openOpfsFiles()), isKept: true };
	} catch (error) {
		if (error instanceof AppError && error.code === 'store.no-storage') {
			return { files: memoryFiles(), isKept: false };
		}
		throw error;
	}
}
