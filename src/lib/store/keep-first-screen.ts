import type { Files } from './files.ts';
import { FIRST_SCREEN, firstScreenOf } from './find-first-screen.ts';
import { type Manifest, sealOf } from './manifest.ts';

/** Keeps what the first screen showed of the manifest, in place of what it showed before. */
export async function keepFirstScreen(
	files: Files,
	manifest: Manifest,
	bytes: Uint8Array
): Promise<void> {
	await files.exclusively(async () => {
		await sweepFirstScreen(files, manifest);
		await files.write(`${FIRST_SCREEN}/${firstScreenOf(await sealOf(manifest))}`, bytes);
	});
}

/** Removes what the first screen showed of any other manifest; only for work that runs exclusively. */
export async function sweepFirstScreen(files: Files, manifest: Manifest): Promise<void> {
	const names = await files.list(FIRST_SCREEN);
	if (names.length === 0) return;
	const inForce = firstScreenOf(await sealOf(manifest));
	for (const name of names) {
		if (name !== inForce) await files.remove(`${FIRST_SCREEN}/${name}`);
	}
}
