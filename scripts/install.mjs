import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, isMain, runOrThrow, tell } from './run.mjs';

const NEEDED_NODE = [20, 19];

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/**
 * Installs the packages of the lock file, unless they are already there in those very versions.
 *
 * @returns {Promise<void>}
 */
export async function ensureInstalled() {
	refuseOldNode(process.versions.node);
	const wanted = await packagesOf('package-lock.json');
	const present = await packagesOf('node_modules/.package-lock.json');
	if (isInstalled(wanted, present)) return;
	tell('Installing packages (about a minute, once) …');
	await runOrThrow('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
}

/**
 * True where every package that the lock file wants is present in that version; optional ones
 * (other systems' binaries) may be absent.
 *
 * @param {Packages} wanted
 * @param {Packages} present
 * @returns {boolean}
 */
export function isInstalled(wanted, present) {
	return Object.entries(wanted).every(([path, { version, optional }]) => {
		if (path === '') return true;
		return present[path] ? present[path].version === version : optional === true;
	});
}

/**
 * Throws where this Node is older than the packages can live with.
 *
 * @param {string} version as in "20.19.4"
 */
function refuseOldNode(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const [neededMajor = 0, neededMinor = 0] = NEEDED_NODE;
	if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
	throw new Error(`Thước Đo needs Node ${NEEDED_NODE.join('.')} or newer; this is ${version}.`);
}

/**
 * @param {string} path of a lock file
 * @returns {Promise<Packages>} none where there is no such file
 */
async function packagesOf(path) {
	try {
		return JSON.parse(await readFile(join(ROOT, path), 'utf8')).packages;
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return {};
		throw error;
	}
}

if (isMain(import.meta.url)) await ensureInstalled();
