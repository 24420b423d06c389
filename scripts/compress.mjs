import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { ROOT } from './run.mjs';

const CACHE = join(ROOT, '.cache', 'compressed');
const COMPRESSIBLE = /\.(js|css|html|json|svg|wasm|csv|webmanifest|txt)$/;
/** Smaller files gain nothing that a network packet would not take anyway. */
const SMALLEST = 1000;
/** The last tenth of a large file costs minutes. */
const LARGE = 1_000_000;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Puts a `.br` and a `.gz` beside every file of the folder that gets smaller by it; what was compressed once is kept in
 * the cache by its content.
 *
 * @param {string} folder
 * @returns {Promise<void>}
 */
export async function compressFiles(folder) {
	await mkdir(CACHE, { recursive: true });
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name));
	const next = async () => {
		for (let path = paths.pop(); path !== undefined; path = paths.pop()) await compress(path);
	};
	await Promise.all([next(), next()]);
}

/**
 * @param {string} path
 * @returns {Promise<void>}
 */
async function compress(path) {
	const bytes = await readFile(path);
	if (bytes.length < SMALLEST) return;
	const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
	const quality = bytes.length > LARGE ? 9 : 11;
	const forms = [
		{ ending: 'br', make: () => brotli(bytes, { params: paramsOf(quality, bytes.length) }) },
		{ ending: 'gz', make: () => zip(bytes, { level: 9 }) }
	];
	for (const { ending, make } of forms) {
		const kept = join(CACHE, `${hash}.${ending}`);
		if (!existsSync(kept)) {
			// Two files with the same content may be at it at once.
			const part = `${kept}.${randomUUID()}.part`;
			await writeFile(part, await make());
			await rename(part, kept);
		}
		await copyFile(kept, `${path}.${ending}`);
	}
}

/**
 * @param {number} quality
 * @param {number} size
 */
function paramsOf(quality, size) {
	return {
		[constants.BROTLI_PARAM_QUALITY]: quality,
		[constants.BROTLI_PARAM_SIZE_HINT]: size,
		[constants.BROTLI_PARAM_LGWIN]: 22
	};
}
