import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const WINDOWS = process.platform === 'win32';
const PATH = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter);

/**
 * Runs one command of the repository to its end: its exit code and all that it printed.
 *
 * @param {string} command a program of node_modules/.bin or of the system
 * @param {string[]} parameters
 * @param {NodeJS.ProcessEnv} [environment] added to this process's own
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, parameters, environment = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, parameters, {
			cwd: ROOT,
			env: { ...process.env, PATH, ...environment },
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: WINDOWS
		});
		/** @type {Buffer[]} */
		const printed = [];
		child.stdout.on('data', (bytes) => printed.push(bytes));
		child.stderr.on('data', (bytes) => printed.push(bytes));
		child.on('error', (error) => resolve({ code: 127, output: error.message }));
		child.on('close', (code) =>
			resolve({ code: code ?? 1, output: Buffer.concat(printed).toString('utf8') })
		);
	});
}

/**
 * Runs one command and throws, with what it printed, when it fails.
 *
 * @param {string} command
 * @param {string[]} parameters
 * @param {NodeJS.ProcessEnv} [environment] added to this process's own
 * @returns {Promise<void>}
 */
export async function runOrThrow(command, parameters, environment = {}) {
	const { code, output } = await run(command, parameters, environment);
	if (code !== 0) throw new Error(`${command} ${parameters.join(' ')} failed:\n${output}`);
}

/**
 * Prints a line about the work in hand; on stderr, so that what a script answers stays alone on stdout.
 *
 * @param {string} line
 */
export function tell(line) {
	process.stderr.write(`${line}\n`);
}

/**
 * True where the file of this address was started by the person, not imported.
 *
 * @param {string} address the `import.meta.url` of the file
 */
export function isMain(address) {
	return process.argv[1] !== undefined && fileURLToPath(address) === process.argv[1];
}
