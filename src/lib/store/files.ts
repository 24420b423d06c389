/** The few things that the store asks of a disk. A path is `name` or `folder/name`. */
export interface Files {
	/** The bytes of the file; `undefined` where there is none. `'from-disk'` takes nothing from memory. */
	read(path: string, how?: 'from-disk'): Promise<Uint8Array | undefined>;
	/** Puts the bytes in the file's place, all or nothing; on disk once it resolves. */
	write(path: string, bytes: Uint8Array): Promise<void>;
	/** Takes the file away; none is as good. */
	remove(path: string): Promise<void>;
	/** Names of the files right in the folder (`''` is the outermost), leftovers of killed writes too. */
	list(folder: string): Promise<string[]>;
	/** Runs the work while no other tab or store runs such work on these files, and gives its result. */
	exclusively<T>(work: () => Promise<T>): Promise<T>;
}

/** The folder that a path lies in, `''` for the outermost, and its name there. */
export function splitPath(path: string): { folder: string; name: string } {
	const slash = path.lastIndexOf('/');
	return { folder: path.slice(0, Math.max(slash, 0)), name: path.slice(slash + 1) };
}
