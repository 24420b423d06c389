import type { Files } from './files.ts';
import { sweepFirstScreen } from './keep-first-screen.ts';
import type { Manifest } from './manifest.ts';
import { namedContents } from './named-contents.ts';

const LEFTOVER = /\.(tmp|crswap)$/;

/**
 * Removes contents that the manifest does not name and what killed writes left; only for work that runs exclusively.
 * `few` are the only contents that may be there unnamed, where that is known: the folder itself is not gone through.
 */
export async function sweep(
	files: Files,
	manifest: Manifest,
	few?: Iterable<string>
): Promise<void> {
	const named = new Set(namedContents(manifest).map(({ content }) => content));
	const all = few ?? (await files.list('contents')).map((name) => `contents/${name}`);
	for (const path of all) if (!named.has(path)) await files.remove(path);
	await sweepFirstScreen(files, manifest);
	for (const name of await files.list('')) {
		if (LEFTOVER.test(name)) await files.remove(name);
	}
}
