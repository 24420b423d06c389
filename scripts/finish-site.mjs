import { createHash } from 'node:crypto';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ROOT } from './run.mjs';
import { KEPT_FOR_EVER, safetyHeaders, TRUSTED_TYPES } from './site-policy.mjs';

/** The page that answers every address of the app. */
const PAGE = '200.html';
/** Names all files of the site but itself. */
const LIST = 'files.json';
const WORKER = 'service-worker.js';
/** Written by Vite's own build: which of its files hold the sample city. */
const SAMPLE = 'sample-files.json';

/**
 * @typedef {{ path: string, bytes: number, sha256: string, use?: 'sample' | 'first-screen' }} SiteFile path from the site's folder, with slashes; the use of what readers of a published site have none for
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
	const samples = await takeSampleFiles(site);
	const first = await writeFirstScreen(site);
	const kept = await listSite(site);
	const worker = join(site, WORKER);
	await writeFile(worker, `self.site=${JSON.stringify(kept)};\n${await readFile(worker, 'utf8')}`);
	/** @type {SiteFile[]} */
	const all = [...kept.files, await describe(site, WORKER)];
	const files = all.map((file) => {
		if (file.path === first) return { ...file, use: /** @type {const} */ ('first-screen') };
		return samples.has(file.path) ? { ...file, use: /** @type {const} */ ('sample') } : file;
	});
	const list = { ...kept, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
	await writeFile(join(site, LIST), `${JSON.stringify(list, null, '\t')}\n`);
	return list;
}

/**
 * @param {string} site
 * @returns {Promise<Set<string>>} the paths of the files that hold the sample city, whose list goes
 */
async function takeSampleFiles(site) {
	const list = join(site, SAMPLE);
	const samples = new Set(JSON.parse(await readFile(list, 'utf8')));
	if (samples.size === 0) throw new Error('No file of the build holds the sample city.');
	await rm(list);
	return samples;
}

/**
 * @param {string} site
 * @returns {Promise<string>} the path of the module that draws what a published site shows first
 */
async function writeFirstScreen(site) {
	// Loaded here, for a fresh clone installs what it needs after this file was read.
	const { firstScreenModule } = await import('./first-screen-module.mjs');
	const code = await firstScreenModule(await versionOf(site));
	const path = `${KEPT_FOR_EVER}entry/first-screen.${hashOf(code, 'base64url').slice(0, 8)}.js`;
	await writeFile(join(site, path), code);
	return path;
}

/**
 * @param {string} site
 * @returns {Promise<string>}
 */
async function versionOf(site) {
	return JSON.parse(await readFile(join(site, '_app/version.json'), 'utf8')).version;
}

/**
 * Moves the script that starts the app out of the page into a file that finds its own place, so
 * that the site works under any path whose page leads to it, and lets nothing be loaded whose
 * bytes are not those that were built. It stands before all else that is fetched, and what the app
 * consists of is fetched by it, after what it can show at once.
 *
 * @param {string} site
 */
async function finishPage(site) {
	const page = await readFile(join(site, PAGE), 'utf8');
	const inline = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1];
	if (inline === undefined) throw new Error('The built page has no script that starts the app.');
	const version = await versionOf(site);
	const begin = await beginScript({
		SITE_VERSION: version,
		APP_MODULES: await linked(site, page, 'modulepreload'),
		APP_STYLES: await linked(site, page, 'stylesheet')
	});
	const start = `${NO_CALLS}\n${begin}${startScript(inline)}`;
	const path = `${KEPT_FOR_EVER}entry/begin.${hashOf(start, 'base64url').slice(0, 8)}.js`;
	await writeFile(join(site, path), start);
	const bare = page
		.replaceAll(/\s*<link [^>]*rel="(?:modulepreload|stylesheet)">/g, '')
		.replace(/<script>[\s\S]*?<\/script>/, '')
		.replace(/ 'sha256-[^']+'/, '')
		.replace(
			/(<meta http-equiv="content-security-policy" content="[^"]+)(">)/,
			`$1; ${TRUSTED_TYPES}$2\n\t\t<script src="/${path}"></script>`
		);
	await writeFile(join(site, PAGE), await withHashes(site, bare));
}

/**
 * @param {string} site
 * @param {string} page
 * @param {'modulepreload' | 'stylesheet'} relation
 * @returns {Promise<[path: string, integrity: string][]>} what the page names in this relation
 */
async function linked(site, page, relation) {
	const links = page.matchAll(new RegExp(`<link href="/([^"]+)" rel="${relation}">`, 'g'));
	const found = await Promise.all([...links].map(([, path = '']) => hashed(site, path)));
	if (found.length === 0) throw new Error(`The built page names no ${relation}.`);
	return found;
}

/**
 * @param {Record<string, unknown>} known what src/begin.ts is told of the site
 * @returns {Promise<string>} what runs before the app; it leaves the promise `begun`
 */
async function beginScript(known) {
	const define = Object.fromEntries(
		Object.entries(known).map(([name, value]) => [name, JSON.stringify(value)])
	);
	// Loaded here, for a fresh clone installs it after this file was read.
	const { build } = await import('vite');
	const built = await build({
		...{ root: ROOT, configFile: false, logLevel: 'error', define },
		build: {
			...{ write: false, target: 'es2023' },
			lib: { entry: join(ROOT, 'src', 'begin.ts'), formats: ['iife'], name: 'begun' }
		}
	});
	const [
		{
			output: [script]
		}
	] = /** @type {[import('vite').Rollup.RollupOutput]} */ (built);
	return script.code;
}

/**
 * @param {string} inline what SvelteKit writes into the page
 * @returns {string} the same as a file of `_app/immutable/entry`, for a site under any path, once `begun`
 */
function startScript(inline) {
	const placed = inline
		.replace(
			'base: ""',
			"base: new URL('../../..', document.currentScript.src).pathname.slice(0, -1)"
		)
		.replace('const element = document.currentScript.parentElement;', '')
		.replace('Promise.all([', 'begun.then((element) => Promise.all([')
		.replace(/(kit\.start\(app, element\);\s*\}\))/, '$1)')
		.replaceAll(`import("/${KEPT_FOR_EVER}entry/`, 'import("./');
	if (/""|"\//.test(placed) || !/begun[\s\S]+\}\)\);/.test(placed)) {
		throw new Error(`The start of the app is not as expected:\n${placed}`);
	}
	return placed.replaceAll(/^\s+/gm, '');
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
	let whole = page;
	for (const [attribute, path = ''] of named) {
		const [, hash] = await hashed(site, path);
		whole = whole.replace(attribute, `${attribute} integrity="${hash}"`);
	}
	return whole;
}

/**
 * @param {string} site
 * @param {string} path
 * @returns {Promise<[path: string, integrity: string]>}
 */
async function hashed(site, path) {
	return [path, `sha256-${hashOf(await readFile(join(site, path)), 'base64')}`];
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
	return {
		version: await versionOf(site),
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
