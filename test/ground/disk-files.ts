import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files } from '#lib/store/files.ts';

/** The files of a workspace in a folder of this machine; whoever uses them is alone with them. */
export function diskFiles(root: string): Files {
	const orNone = <T>(asked: Promise<T>): Promise<T | undefined> =>
		asked.catch((error: unknown) => {
			if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
			throw error;
		});
	return {
		read: (path) => orNone(readFile(join(root, path))),
		async write(path, bytes) {
			const target = join(root, path);
			await mkdir(dirname(target), { recursive: true });
			await writeFile(`${target}.tmp`, bytes);
			await rename(`${target}.tmp`, target);
		},
		remove: (path) => rm(join(root, path), { force: true }),
		async list(folder) {
			const entries = await orNone(readdir(join(root, folder), { withFileTypes: true }));
			return (entries ?? []).filter((entry) => entry.isFile()).map(({ name }) => name);
		},
		exclusively: (work) => work()
	};
}
