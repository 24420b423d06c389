import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compressFiles } from './compress.mjs';
import { finishSite } from './finish-site.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT, isMain, runOrThrow, tell } from './run.mjs';

/** The folder that the built app is served from. */
export const BUILD = join(ROOT, 'build');

const CACHE = join(ROOT, '.cache');
const MARK = join(CACHE, 'build.sha256');
const INPUTS = [
	'src',
	'data',
	'static',
	'package.json',
	'package-lock.json',
	'scripts/compress.mjs',
	'scripts/finish-site.mjs',
	'scripts/first-screen-module.mjs',
	'scripts/site-policy.mjs',
	'svelte.config.js',
	'vite.config.ts'
];

/**
 * Builds the app, unless the build that is there was made from these very files.
 *
 * @returns {Promise<void>}
 */
export async function ensureBuilt() {
	const fingerprint = await fingerprintOf(INPUTS);
	if (existsSync(join(BUILD, '200.html')) && (await readMark()) === fingerprint) return;
	tell('Building the app (about half a minute) …');
	await rm(MARK, { force: true });
	await runOrThrow('vite', ['build'], { SITE_VERSION: fingerprint.slice(0, 16) });
	await finishSite(BUILD);
	await mkdir(CACHE, { recursive: true });
	await writeFile(MARK, fingerprint);
}

/** @returns {Promise<string | undefined>} the fingerprint of the files that the last build was made from */
async function readMark() {
	return existsSync(MARK) ? readFile(MARK, 'utf8') : undefined;
}

/**
 * The SHA-256 of all files under the paths, their names and bytes in a fixed order.
 *
 * @param {string[]} paths files and folders, from the repository's root; absent ones count as empty
 * @returns {Promise<string>}
 */
export async function fingerprintOf(paths) {
	const hash = createHash('sha256');
	for (const path of paths) {
		for (const file of await filesUnder(path)) {
			hash.update(`${file}\0`).update(await readFile(join(ROOT, file)));
		}
	}
	return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {Promise<string[]>} the file itself, or the files below the folder, sorted
 */
async function filesUnder(path) {
	if (!existsSync(join(ROOT, path))) return [];
	if (/\.\w+$/.test(path)) return [path];
	const entries = await readdir(join(ROOT, path), { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
		.sort();
}

if (isMain(import.meta.url)) {
	await ensureInstalled();
	await ensureBuilt();
	// What is served to others travels compressed; on one's own machine that would only cost a minute.
	await compressFiles(BUILD);
}
