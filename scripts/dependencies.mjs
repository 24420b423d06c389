import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

/**
 * @typedef {{ name: string, version: string, resolved?: string, integrity?: string, license?: string, link?: boolean, hasInstallScript?: boolean, dev?: boolean, optional?: boolean, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Locked
 * @typedef {{ name: string, version: string, packages: Record<string, Locked> }} Lock as in package-lock.json
 */

const REGISTRY = 'https://registry.npmjs.org/';

/** Licences that ask for no more than to be named with the software. */
const PERMISSIVE = new Set([
	...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'],
	...['(MIT AND Zlib)', 'OFL-1.1']
]);

/**
 * Packages whose licence is another, or not written down in the lock file, each with what it is
 * and why it may be used.
 *
 * @type {Record<string, { licence: string, reason: string }>}
 */
export const OTHER_LICENCES = {
	'json-bignum': { licence: 'MIT', reason: 'its package.json says so in the old way' },
	jszip: { licence: 'MIT', reason: 'MIT or GPL-3.0-or-later, as one chooses' },
	'@axe-core/playwright': { licence: 'MPL-2.0', reason: 'tests alone; not altered, not shipped' },
	'axe-core': { licence: 'MPL-2.0', reason: 'tests alone; not altered, not shipped' },
	lightningcss: { licence: 'MPL-2.0', reason: 'builds alone; not altered, not shipped' }
};

/** Packages that bring an install script; `allowScripts` of package.json keeps npm from running it. */
const INSTALL_SCRIPTS = new Set(['esbuild']);

/** @returns {Promise<Lock>} the repository's lock file */
export async function readLock() {
	return JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
}

/**
 * @param {string} place of a package in the lock file, as in `node_modules/a/node_modules/@b/c`
 * @returns {string} its name, as in `@b/c`
 */
export function nameOf(place) {
	return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/**
 * What is wrong with the packages of a lock file, a line each: those from elsewhere than the
 * registry, those whose bytes are not held to a hash, under a licence that nobody allowed, or
 * with a script to be run on installation. A package without an address comes from the registry.
 *
 * @param {Lock} lock
 * @returns {string[]}
 */
export function faultsOf({ packages }) {
	return Object.entries(packages).flatMap(([place, locked]) => {
		if (place === '') return [];
		const name = nameOf(place);
		const faults = [];
		if (locked.link || !(locked.resolved ?? REGISTRY).startsWith(REGISTRY))
			faults.push(`does not come from ${REGISTRY}`);
		if (!locked.integrity?.startsWith('sha512-')) faults.push('is not held to a SHA-512');
		if (!isAllowed(name, locked.license))
			faults.push(
				`is under ${locked.license ?? 'no licence'}, which scripts/dependencies.mjs does not allow`
			);
		if (locked.hasInstallScript && !INSTALL_SCRIPTS.has(name))
			faults.push('brings an install script that scripts/dependencies.mjs does not list');
		return faults.map((fault) => `${place}@${locked.version} ${fault}`);
	});
}

/**
 * @param {string} name
 * @param {string | undefined} licence
 */
function isAllowed(name, licence) {
	if (licence !== undefined && PERMISSIVE.has(licence)) return true;
	// Packages of one system each, as lightningcss-linux-x64-gnu, are parts of the one without.
	return Object.keys(OTHER_LICENCES).some(
		(other) => name === other || name.startsWith(`${other}-`)
	);
}
