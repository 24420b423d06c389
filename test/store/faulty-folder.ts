import type { Files } from '#lib/store/files.ts';
import { filesIn } from '#lib/store/opfs-files.ts';
import { splitPath } from '#lib/store/files.ts';
import { type Gate, ownLock } from './faults.ts';

/** Files through the browser's own interface for folders, every call of which passes the gate. */
export function filesInFaultyFolder(
	files: Files,
	{ gate, canMove }: { gate: Gate; canMove: boolean }
): Files {
	const folder = (path: string): object => ({
		kind: 'directory',
		getDirectoryHandle: (name: string) =>
			gate.through({ run: async () => folder(path === '' ? name : `${path}/${name}`) }),
		getFileHandle: (name: string, { create = false } = {}) =>
			gate.through({
				run: async () => {
					const place = path === '' ? name : `${path}/${name}`;
					if (!(await files.read(place))) {
						if (!create) throw named('NotFoundError');
						await files.write(place, new Uint8Array());
					}
					return fileHandle(files, { gate, path: place });
				}
			}),
		removeEntry: (name: string) =>
			gate.through({
				run: async () => {
					const place = path === '' ? name : `${path}/${name}`;
					if (!(await files.read(place))) throw named('NotFoundError');
					await files.remove(place);
				}
			}),
		async *entries() {
			const names = await gate.through({ run: () => files.list(path) });
			for (const name of names) yield [name, { kind: 'file' }];
		}
	});
	return filesIn({
		root: folder('') as FileSystemDirectoryHandle,
		canMove,
		exclusively: ownLock()
	});
}

function fileHandle(files: Files, { gate, path }: { gate: Gate; path: string }): object {
	return {
		kind: 'file',
		getFile: () =>
			gate.through({
				run: async () => {
					const bytes = await files.read(path);
					if (!bytes) throw named('NotFoundError');
					return { arrayBuffer: () => gate.through({ run: async () => bytes.slice().buffer }) };
				}
			}),
		createWritable: () =>
			gate.through({
				run: async () => {
					await files.write(`${path}.crswap`, new Uint8Array());
					return stream(files, { gate, path });
				},
				full: () => named('QuotaExceededError')
			}),
		move: (name: string) =>
			gate.through({
				run: async () => {
					const { folder } = splitPath(path);
					const bytes = await files.read(path);
					if (!bytes) throw named('NotFoundError');
					await files.write(folder === '' ? name : `${folder}/${name}`, bytes);
					await files.remove(path);
				}
			})
	};
}

/** What is written waits in a file beside, and takes the place when the stream is closed. */
function stream(files: Files, { gate, path }: { gate: Gate; path: string }): object {
	const swap = `${path}.crswap`;
	let written: Uint8Array = new Uint8Array();
	return {
		write: (bytes: Uint8Array) =>
			gate.through({
				run: async () => {
					written = bytes.slice();
					await files.write(swap, written);
				},
				tear: async () => {
					written = bytes.slice(0, bytes.length / 2);
					await files.write(swap, written);
				},
				litter: () => files.write(swap, bytes.slice(0, bytes.length / 2)),
				full: () => named('QuotaExceededError')
			}),
		close: () =>
			gate.through({
				run: async () => {
					await files.write(path, written);
					await files.remove(swap);
				},
				full: () => named('QuotaExceededError')
			}),
		abort: () => gate.through({ run: () => files.remove(swap) })
	};
}

function named(name: string): Error {
	return Object.assign(new Error(name), { name });
}
