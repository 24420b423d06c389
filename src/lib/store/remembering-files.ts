import type { Files } from './files.ts';

/** So many bytes are remembered, of files no larger than that: it is the opening of many small ones that takes time. */
const MOST = { bytes: 64_000_000, each: 1_000_000 };
/** Named by its content: whoever writes it again writes the same bytes. */
const UNCHANGING = /^contents\//;

/** The same files, contents that were read or written once given from memory; the oldest are forgotten first. */
export function rememberingFiles(files: Files): Files {
	const known = new Map<string, Uint8Array>();
	/** Who asks for what is being read waits until it is known. */
	const underWay = new Map<string, Promise<unknown>>();
	let size = 0;
	const forget = (path: string): void => {
		size -= known.get(path)?.length ?? 0;
		known.delete(path);
	};
	const remember = (path: string, bytes: Uint8Array): void => {
		if (!UNCHANGING.test(path) || bytes.length > MOST.each) return;
		forget(path);
		known.set(path, bytes.slice());
		size += bytes.length;
		for (const oldest of known.keys()) {
			if (size <= MOST.bytes) return;
			forget(oldest);
		}
	};
	const readAnew: Files['read'] = async (path, how) => {
		const bytes = await files.read(path, how);
		if (bytes) remember(path, bytes);
		return bytes;
	};
	return {
		...files,
		async read(path, how) {
			if (how) forget(path);
			const other = how ? undefined : underWay.get(path);
			if (other) await other.catch(() => undefined);
			const before = known.get(path);
			if (before) return before.slice();
			const reading = readAnew(path, how);
			underWay.set(path, reading);
			return reading.finally(() => underWay.delete(path));
		},
		async write(path, bytes) {
			forget(path);
			await files.write(path, bytes);
			remember(path, bytes);
		},
		async remove(path) {
			forget(path);
			await files.remove(path);
		}
	};
}
