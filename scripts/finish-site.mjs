import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { KEPT_FOR_EVER, safetyHeaders, TRUSTED_TYPES } from './site-policy.mjs';

/** The page that answers every address of the app. */
const PAGE = '200.html';
/** Names all files of the site but itself. */
const LIST = 'files.json';
const WORKER = 'service-worker.js';

/**
 * @typedef {{ path: string, bytes: number, sha256: string }} SiteFile path from the site's folder, with slashes
 * @typedef {{ version: string, headers: Record<string, string>, keptForEver: string, files: SiteFile[] }} SiteList
 */

/**
 * Finishes what Vite has built: the page without a script of its own and with a hash at whatever
 * it loads, the service worker with the list of what it keeps, and `files.json`.
 *
 * @param {string} site its folder
 * @returns {Promise<SiteList>}
 */
export async function finishSite(site) {
	await finishPage(site);
	const kept = await listSite(site);
	const worker = join(site, WORKER);
	await writeFile(worker, `self.site=${JSON.stringify(kept)};\n${await readFile(worker, 'utf8')}`);
	const files = [...kept.files, await describe(site, WORKER)];
	const list = { ...kept, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
	await writeFile(join(site, LIST), `${JSON.stringify(list, null, '\t')}\n`);
	return list;
}

/**
 * Moves the script that starts the app out of the page into a file that finds its own place, so
 * that the site works under any path whose page leads to it, and lets nothing be loaded whose
 * bytes are not those that were built.
 *
 * @param {string} site
 */
async function finishPage(site) {
	const page = await readFile(join(site, PAGE), 'utf8');
	const inline = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1];
	if (inline === undefined) throw new Error('The built page has no script that starts the app.');
	const start = startScript(inline);
	const path = `${KEPT_FOR_EVER}entry/begin.${hashOf(start, 'base64url').slice(0, 8)}.js`;
	await writeFile(join(site, path), start);
	const bare = page
		.replace(/<script>[\s\S]*?<\/script>/, `<script src="/${path}"></script>`)
		.replace(/ 'sha256-[^']+'/, '')
		.replace(/(<meta http-equiv="content-security-policy" content="[^"]+)/, `$1; ${TRUSTED_TYPES}`);
	await writeFile(join(site, PAGE), await withHashes(site, bare));
}

/**
 * @param {string} inline what SvelteKit writes into the page
 * @returns {string} the same as a file of `_app/immutable/entry`, for a site under any path
 */
function startScript(inline) {
	const placed = inline
		.replace(
			'base: ""',
			"base: new URL('../../..', document.currentScript.src).pathname.slice(0, -1)"
		)
		.replaceAll(`import("/${KEPT_FOR_EVER}entry/`, 'import("./');
	if (/""|"\//.test(placed)) throw new Error(`The start of the app is not as expected:\n${placed}`);
	return `${NO_CALLS}\n${placed.replaceAll(/^\s+/gm, '')}\n`;
}

/** No policy that browsers know holds back calls between browsers: the page goes without them. */
const NO_CALLS = 'delete globalThis.RTCPeerConnection; delete globalThis.webkitRTCPeerConnection;';

/**
 * @param {string} site
 * @param {string} page
 * @returns {Promise<string>} the page with the hash of every script and style sheet that it names
 */
async function withHashes(site, page) {
	const named = [...page.matchAll(/(?:src|href)="\/(_app\/[^"]+\.(?:js|css))"/g)];
	let hashed = page;
	for (const [attribute, path = ''] of named) {
		const hash = hashOf(await readFile(join(site, path)), 'base64');
		hashed = hashed.replace(attribute, `${attribute} integrity="sha256-${hash}"`);
	}
	return hashed;
}

/**
 * @param {string} site
 * @returns {Promise<SiteList>} all files but the service worker and the list
 */
async function listSite(site) {
	const entries = await readdir(site, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(site, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
		.filter((path) => path !== LIST && path !== WORKER)
		.sort();
	const files = [];
	for (const path of paths) files.push(await describe(site, path));
	const { version } = JSON.parse(await readFile(join(site, '_app/version.json'), 'utf8'));
	return {
		version,
		headers: safetyHeaders(await readFile(join(site, PAGE), 'utf8')),
		keptForEver: KEPT_FOR_EVER,
		files
	};
}

/**
 * @param {string} site
 * @param {string} path
 * @returns {Promise<SiteFile>}
 */
async function describe(site, path) {
	const content = await readFile(join(site, path));
	return { path, bytes: content.byteLength, sha256: hashOf(content, 'hex') };
}

/**
 * @param {string | Uint8Array} content
 * @param {import('node:crypto').BinaryToTextEncoding} encoding
 */
function hashOf(content, encoding) {
	return createHash('sha256').update(content).digest(encoding);
}
