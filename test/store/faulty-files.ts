import type { Files } from '#lib/store/files.ts';

/**
 * How the n-th call goes wrong: it fails without effect, fails although it had its effect, or the tab dies in it,
 * so that neither it nor any later call has an effect and a write leaves its first half beside the file.
 */
export type Fault = 'fails' | 'fails-late' | 'dies';

/** The files, of which the n-th call (from 1) goes wrong. `calls` says how many there were. */
export function faultyFiles(
	files: Files,
	{ at, fault }: { at: number; fault: Fault }
): Files & { readonly calls: number } {
	let calls = 0;
	async function through<T>(call: () => Promise<T>, half?: () => Promise<void>): Promise<T> {
		calls += 1;
		if (fault === 'dies' && calls >= at) {
			if (calls === at) await half?.();
			throw new Error('dead');
		}
		if (calls !== at) return call();
		if (fault === 'fails-late') await call();
		throw new Error('fault');
	}
	return {
		get calls() {
			return calls;
		},
		read: (path) => through(() => files.read(path)),
		write: (path, bytes) =>
			through(
				() => files.write(path, bytes),
				() => files.write(`${path}.tmp`, bytes.slice(0, bytes.length / 2))
			),
		remove: (path) => through(() => files.remove(path)),
		list: (folder) => through(() => files.list(folder)),
		exclusively: (work) => files.exclusively(work)
	};
}
