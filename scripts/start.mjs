import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { tell } from './run.mjs';

const DEFAULT_PORT = 4173;

const port = Number(process.env.PORT || DEFAULT_PORT);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
	fail(`PORT must be a whole number up to 65535, not "${process.env.PORT}".`);
}

await ensureInstalled();
await ensureBuilt();
const { serve } = await import('./serve.mjs');
try {
	const { origin } = await serve({ port, host: process.env.HOST });
	console.log(`Thước Đo is open at ${origin}   (Ctrl+C stops it)`);
} catch (error) {
	if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
	fail(`Port ${port} is in use. Stop what uses it, or take another: PORT=${port + 1} npm start`);
}

/**
 * @param {string} reason
 * @returns {never}
 */
function fail(reason) {
	tell(reason);
	process.exit(1);
}
