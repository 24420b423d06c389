import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findOffice } from '#scripts/install-office.mjs';
import { ROOT, runOrThrow } from '#scripts/run.mjs';

/** A file of an office format, by its name. */
export interface OfficeFile {
	name: string;
	bytes: Uint8Array;
}

const PLACE = join(ROOT, '.cache', 'office');

/** A new empty folder of that name, for what tests write. */
export async function freshFolder(name: string): Promise<string> {
	const folder = join(PLACE, name);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	return folder;
}

/** The paths of the files, written into the folder. */
export async function writeFiles(files: readonly OfficeFile[], folder: string): Promise<string[]> {
	return Promise.all(
		files.map(async ({ name, bytes }) => {
			const path = join(folder, name);
			await writeFile(path, bytes);
			return path;
		})
	);
}

/** The files as LibreOffice saves them in another format, or in their own; throws where it opens one of them not. */
export async function saveByOffice(
	files: readonly OfficeFile[],
	format: string
): Promise<OfficeFile[]> {
	const office = findOffice();
	if (!office) throw new Error('There is no LibreOffice.');
	const [from, to] = [await freshFolder(`${format}-from`), await freshFolder(`${format}-to`)];
	const paths = await writeFiles(files, from);
	const profile = `-env:UserInstallation=file://${join(PLACE, 'profile')}`;
	await runOrThrow(office, [
		...[profile, '--headless', '--norestore', '--convert-to', format, '--outdir', to],
		...paths
	]);
	const saved = files.map(({ name }) => name.replace(/\.\w+$/, `.${format}`));
	const made = await readdir(to);
	const missing = saved.filter((name) => !made.includes(name));
	if (missing.length > 0) throw new Error(`LibreOffice could not open ${missing.join(', ')}.`);
	return Promise.all(saved.map(async (name) => ({ name, bytes: await readFile(join(to, name)) })));
}
