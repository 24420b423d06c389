/** The folder of what the first screen showed: one file, named by the seal of the manifest that it rests on. */
export const FIRST_SCREEN = 'first';

/** Enough of a manifest's beginning to hold its seal. */
const SEAL_BYTES = 100;
const SEAL = /^\{"sha256":"([0-9a-f]{64})",/;

/**
 * What the first screen showed of the manifest that this browser keeps; `undefined` where nothing is kept of that very
 * manifest. Nothing else is read: it is what a page shows before it can do anything.
 */
export async function findFirstScreen(workspace = 'thuocdo'): Promise<string | undefined> {
	const origin = await navigator.storage.getDirectory();
	try {
		const root = await origin.getDirectoryHandle(workspace);
		const [folder, manifest] = await Promise.all([
			root.getDirectoryHandle(FIRST_SCREEN),
			root.getFileHandle('manifest.json').then((handle) => handle.getFile())
		]);
		const [, seal] = SEAL.exec(await manifest.slice(0, SEAL_BYTES).text()) ?? [];
		if (seal === undefined) return undefined;
		return await (await (await folder.getFileHandle(firstScreenOf(seal))).getFile()).text();
	} catch (error) {
		if (error instanceof Error && error.name === 'NotFoundError') return undefined;
		throw error;
	}
}

/** The name of the file that holds what the first screen showed of the manifest with the seal. */
export function firstScreenOf(seal: string): string {
	return `${seal}.json`;
}
