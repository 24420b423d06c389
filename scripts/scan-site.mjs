import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILD } from './build.mjs';

const NAMESPACE = 'names of kinds of data in Office files, never asked for';
const WORDS = 'words of a message for people';
const ENGINE = 'extensions of DuckDB: the boot sets another place, and the policy stops the rest';

/**
 * The foreign hosts that may stand in the built site, each with why nothing is asked of it.
 *
 * @type {Record<string, string>}
 */
const KNOWN_HOSTS = {
	'schemas.openxmlformats.org': NAMESPACE,
	'schemas.microsoft.com': NAMESPACE,
	'sheetjs.openxmlformats.org': NAMESPACE,
	'docs.oasis-open.org': NAMESPACE,
	'openoffice.org': NAMESPACE,
	'purl.oclc.org': NAMESPACE,
	'purl.org': NAMESPACE,
	macvmlschemauri: NAMESPACE,
	'www.wps.cn': NAMESPACE,
	'www.w3.org': 'names of SVG, MathML and XML',
	'answers.microsoft.com': WORDS,
	'duckdb.org': WORDS,
	localhost: WORDS,
	'github.com': WORDS,
	'sheetjs.com': WORDS,
	'svelte.dev': WORDS,
	'unpkg.com': 'in the page that DuckDB would draw a query plan as; nothing asks for one',
	'community-extensions.duckdb.org': ENGINE,
	'extensions.duckdb.org': ENGINE,
	'nightly-extensions.duckdb.org': ENGINE
};

const ADDRESS = /\b(?:https?|wss?|ftp|stuns?|turns?):(?:\\?\/){2}([a-z0-9-]+(?:\.[a-z0-9-]+)*)/gi;

/**
 * What is wrong with the built site, a line each: a foreign host that nobody has looked at, a file
 * that is not as listed, a page that holds a script or lets one be written into it.
 *
 * @param {string} [site]
 * @returns {Promise<string[]>}
 */
export async function scanSite(site = BUILD) {
	const { files } = JSON.parse(await readFile(join(site, 'files.json'), 'utf8'));
	const faults = faultsOfPage(await readFile(join(site, '200.html'), 'utf8'));
	for (const { path, sha256 } of files) {
		const content = await readFile(join(site, path));
		if (createHash('sha256').update(content).digest('hex') !== sha256)
			faults.push(`${path} is not as files.json lists it`);
		for (const host of strangersIn(content.toString('latin1')))
			faults.push(`${path} names ${host}, which scripts/scan-site.mjs does not know`);
	}
	return faults;
}

/**
 * @param {string} text
 * @returns {Set<string>} the foreign hosts in it that are not known
 */
export function strangersIn(text) {
	const hosts = [...text.matchAll(ADDRESS)].map(([, host = '']) => host.toLowerCase());
	return new Set(hosts.filter((host) => !(host in KNOWN_HOSTS)));
}

/**
 * @param {string} page
 * @returns {string[]}
 */
function faultsOfPage(page) {
	const faults = [];
	if (/<script(?![^>]* src=)|\son\w+=|javascript:/i.test(page))
		faults.push('The page holds a script');
	if (/<(?:script|link)\b(?=[^>]*\.(?:js|css)")(?![^>]* integrity=)/i.test(page))
		faults.push('The page loads a file that is not held to a hash');
	if (!/script-src 'self' 'wasm-unsafe-eval';/.test(page))
		faults.push('The policy of the page lets other scripts run than those of the site');
	return faults;
}
