import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { BUILD } from './build.mjs';
import { KEPT_FOR_EVER, safetyHeaders } from './site-policy.mjs';

/**
 * Serves the built app; settles once it listens.
 *
 * @param {{ port: number, host?: string }} where port 0 takes any free one
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function serve({ port, host = '127.0.0.1' }) {
	const headers = safetyHeaders(await readFile(join(BUILD, '200.html'), 'utf8'));
	const compressed = { brotli: true, gzip: true };
	const answer = sirv(BUILD, {
		single: '200.html',
		etag: true,
		...compressed,
		setHeaders: setCaching
	});
	const server = createServer((request, response) => {
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		answer(request, response);
	});
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => resolve(undefined));
	});
	const address = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		origin: `http://localhost:${address.port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

/**
 * Files named by their content may be kept for ever; all others are asked for again each time.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {string} path
 */
function setCaching(response, path) {
	const forever = path.startsWith(`/${KEPT_FOR_EVER}`);
	response.setHeader('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
}
