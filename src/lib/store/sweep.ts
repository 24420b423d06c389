import type { Files } from './files.ts';
import { sweepFirstScreen } from './keep-first-screen.ts';
import type { Manifest } from './manifest.ts';
import { namedContents } from './named-contents.ts';

const LEFTOVER = /\.(tmp|crswap)$/;

/** Removes contents that the manifest does not name and what killed writes left; only for work that runs exclusively. */
export async function sweep(files: Files, manifest: Manifest): Promise<void> {
	const named = new Set(namedContents(manifest).map(({ content }) => content));
	for (const name of await files.list('contents')) {
		if (!named.has(`contents/${name}`)) await files.remove(`contents/${name}`);
	}
	await sweepFirstScreen(files, manifest);
	for (const name of await files.list('')) {
		if (LEFTOVER.test(name)) await files.remove(name);
	}
}
