import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { BUILD } from './build.mjs';
import { ROOT, isMain } from './run.mjs';

const CLIENT = '.svelte-kit/generated/client-optimized';
const MANIFEST = join(ROOT, '.svelte-kit', 'output', 'client', '.vite', 'manifest.json');
const EVERY_PAGE = [`${CLIENT}/app.js`, 'node_modules/@sveltejs/kit/src/runtime/client/entry.js'];

/**
 * Kilobytes of scripts and styles, compressed with brotli, that a page may fetch before it shows anything. A page that
 * grows past its number loads something that it could load later; a number is raised only with a reason.
 *
 * @type {Record<string, number>}
 */
const BUDGETS = {
	'/': 285,
	'/compare': 263,
	'/guide': 255,
	'/indicator/[id]': 310,
	'/ledger': 250,
	'/organisation': 245,
	'/present': 270,
	'/reporting': 245,
	'/reports': 305,
	'/scorecard': 260,
	'/submissions': 268,
	'/targets': 265,
	'/trace/[[code]]': 240,
	'/trail/[indicator]': 250,
	'/unit': 280,
	'/workbench': 250
};

/**
 * @typedef {{ file: string, imports?: string[], css?: string[], src?: string }} Built
 */

/**
 * What each page fetches before it shows anything.
 *
 * @returns {Promise<Map<string, number>>} route → kilobytes
 */
async function pageSizes() {
	/** @type {Record<string, Built>} */
	const manifest = JSON.parse(await readFile(MANIFEST, 'utf8'));
	const app = await readFile(join(ROOT, CLIENT, 'app.js'), 'utf8');
	const shared = [...EVERY_PAGE, `${CLIENT}/nodes/0.js`];
	/** @type {Map<string, number>} */
	const sizes = new Map();
	/**
	 * Each file once: most of a page is shared with the others.
	 *
	 * @type {Map<string, Promise<number>>}
	 */
	const known = new Map();
	const sizeOf = (/** @type {string} */ file) => {
		const size = known.get(file) ?? compressedSize(file);
		known.set(file, size);
		return size;
	};
	for (const [, route = '', node] of app.matchAll(/"([^"]+)": \[~?(\d+)\]/g)) {
		const files = filesOf([...shared, `${CLIENT}/nodes/${node}.js`], manifest);
		const each = await Promise.all([...files].map(sizeOf));
		sizes.set(route, each.reduce((sum, size) => sum + size, 0) / 1000);
	}
	return sizes;
}

/**
 * @param {string[]} entries
 * @param {Record<string, Built>} manifest
 * @returns {Set<string>} the files of the entries, and of all that they import at once
 */
function filesOf(entries, manifest) {
	/** @type {Set<string>} */
	const seen = new Set();
	/** @type {Set<string>} */
	const files = new Set();
	const visit = (/** @type {string} */ name) => {
		if (seen.has(name)) return;
		seen.add(name);
		const { file, imports = [], css = [] } = manifest[name] ?? {};
		if (!file) throw new Error(`${name} is not in the build's manifest`);
		for (const each of [file, ...css]) files.add(each);
		imports.forEach(visit);
	};
	entries.forEach(visit);
	return files;
}

/** @param {string} file */
async function compressedSize(file) {
	return brotliCompressSync(await readFile(join(BUILD, file))).length;
}

/**
 * The pages that fetch more than they may, each with its numbers.
 *
 * @returns {Promise<{ pages: number, over: string[] }>}
 */
export async function overBudget() {
	const sizes = await pageSizes();
	const over = [...sizes].flatMap(([route, size]) => {
		const most = BUDGETS[route];
		if (most !== undefined && size <= most) return [];
		return [
			`${route} fetches ${size.toFixed(1)} KB before it shows anything, its budget is ${most} KB`
		];
	});
	return { pages: sizes.size, over };
}

if (isMain(import.meta.url)) {
	for (const [route, size] of await pageSizes())
		console.log(`${route.padEnd(24)} ${size.toFixed(1).padStart(8)} KB of ${BUDGETS[route]}`);
}
