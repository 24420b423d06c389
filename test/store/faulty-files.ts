import { AppError } from '#lib/base/app-error.ts';
import type { Files } from '#lib/store/files.ts';
import { type Gate, ownLock } from './faults.ts';

/** The files behind the gate. */
export function faultyFiles(files: Files, gate: Gate): Files {
	const lock = ownLock();
	return {
		read: (path) => gate.through({ run: () => files.read(path) }),
		write: (path, bytes) => {
			const half = bytes.slice(0, bytes.length / 2);
			return gate.through({
				run: () => files.write(path, bytes),
				tear: () => files.write(path, half),
				litter: () => files.write(`${path}.tmp`, half),
				full: () => new AppError('store.full')
			});
		},
		remove: (path) => gate.through({ run: () => files.remove(path) }),
		list: (folder) => gate.through({ run: () => files.list(folder) }),
		exclusively: (work) => gate.through({ run: async () => undefined }).then(() => lock(work))
	};
}
