import { Turns } from '#lib/base/turns.ts';
import { type Files, splitPath } from './files.ts';

/** Files that last as long as the page: for browsers that keep nothing, and for tests. */
export function memoryFiles(): Files {
	const files = new Map<string, Uint8Array>();
	const turns = new Turns();
	return {
		read: async (path) => files.get(path)?.slice(),
		write: async (path, bytes) => void files.set(path, bytes.slice()),
		remove: async (path) => void files.delete(path),
		list: async (folder) =>
			[...files.keys()]
				.map(splitPath)
				.filter((path) => path.folder === folder)
				.map((path) => path.name),
		exclusively: (work) => turns.take(work)
	};
}
