import { AppError } from '#lib/base/app-error.ts';
import { type Files, splitPath } from './files.ts';

/** Browsers can rename a file of their own; the type library does not say so yet. */
type Movable = FileSystemFileHandle & { move?: (name: string) => Promise<void> };

/** The folder that files lie in, and what the browser can do there. */
export interface FolderOfFiles {
	root: FileSystemDirectoryHandle;
	/** True where a file can be put in another's place by renaming it. */
	canMove: boolean;
	exclusively: Files['exclusively'];
}

/**
 * The origin's private files in this browser, below the folder of that name. Asks the browser once to keep them when
 * space runs low. Throws AppError `store.no-storage` where the browser keeps nothing, `store.full` when space is out.
 */
export async function openOpfsFiles(workspace = 'thuocdo'): Promise<Files> {
	return filesIn({
		root: await openRoot(workspace),
		canMove: 'move' in FileSystemFileHandle.prototype,
		exclusively: (work) => navigator.locks.request(workspace, work)
	});
}

/** The files in the folder; throws AppError `store.full` when space is out. */
export function filesIn({ root, canMove, exclusively }: FolderOfFiles): Files {
	const openFolder = async (path: string) =>
		path === '' ? root : root.getDirectoryHandle(path, { create: true });
	return {
		async read(path) {
			const { folder, name } = splitPath(path);
			const handle = await found((await openFolder(folder)).getFileHandle(name));
			return handle && new Uint8Array(await (await handle.getFile()).arrayBuffer());
		},
		async write(path, bytes) {
			const { folder, name } = splitPath(path);
			const place = { folder: await openFolder(folder), name, canMove };
			await writeWhole(place, bytes).catch(asFull);
		},
		async remove(path) {
			const { folder, name } = splitPath(path);
			await found((await openFolder(folder)).removeEntry(name));
		},
		async list(folder) {
			const names = [];
			for await (const [name, handle] of (await openFolder(folder)).entries()) {
				if (handle.kind === 'file') names.push(name);
			}
			return names;
		},
		exclusively
	};
}

async function openRoot(workspace: string): Promise<FileSystemDirectoryHandle> {
	const canWrite =
		'FileSystemFileHandle' in globalThis && 'createWritable' in FileSystemFileHandle.prototype;
	if (!canWrite) throw new AppError('store.no-storage');
	const root = await navigator.storage.getDirectory().catch(() => {
		throw new AppError('store.no-storage');
	});
	// Not awaited: a browser may ask the person, and the answer changes nothing here.
	void navigator.storage.persist().catch(() => false);
	return root.getDirectoryHandle(workspace, { create: true });
}

/** A killed write leaves a `.tmp` or `.crswap` beside the file, never half of the file itself. */
async function writeWhole(
	{ folder, name, canMove }: { folder: FileSystemDirectoryHandle; name: string; canMove: boolean },
	bytes: Uint8Array
): Promise<void> {
	const handle: Movable = await folder.getFileHandle(canMove ? `${name}.tmp` : name, {
		create: true
	});
	const stream = await handle.createWritable();
	try {
		await stream.write(bytes as Uint8Array<ArrayBuffer>);
		await stream.close();
	} catch (error) {
		// Else what was written so far keeps its room, and its lock; a stream that broke by itself has let go of both.
		await stream.abort().catch(() => undefined);
		throw error;
	}
	if (canMove) await handle.move?.(name);
}

/** What the promise gives; `undefined` where the file is not there. */
function found<T>(asked: Promise<T>): Promise<T | undefined> {
	return asked.catch((error: unknown) => {
		if (error instanceof Error && error.name === 'NotFoundError') return undefined;
		throw error;
	});
}

function asFull(error: unknown): never {
	if (error instanceof Error && error.name === 'QuotaExceededError') {
		throw new AppError('store.full');
	}
	throw error;
}
