import { existsSync } from 'node:fs';
import { isMain, run, tell } from './run.mjs';

const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

const AS_ROOT = process.getuid?.() === 0;

/** What Chromium is started with: nothing that reaches out of the machine, and no sandbox for root. */
export const CHROMIUM_FLAGS = [
	...(AS_ROOT ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/**
 * The path of a Chromium that starts: CHROMIUM_PATH, the system's, or Playwright's own.
 *
 * @returns {Promise<string | undefined>} `undefined` where there is none
 */
export async function findChromium() {
	const { chromium } = await import('@playwright/test');
	for (const path of [process.env.CHROMIUM_PATH, ...PLACES, chromium.executablePath()]) {
		if (path && existsSync(path) && (await starts(path))) return path;
	}
	return undefined;
}

/**
 * Finds a Chromium, and where there is none installs one: the system's package where that works,
 * else Playwright's download.
 *
 * @returns {Promise<string>} its path
 */
export async function ensureChromium() {
	const present = await findChromium();
	if (present) return present;
	for (const [command, ...parameters] of AS_ROOT ? WAYS_OF_ROOT : WAYS) {
		tell(`Installing Chromium: ${command} ${parameters.join(' ')} …`);
		const { output } = await run(command, parameters, { DEBIAN_FRONTEND: 'noninteractive' });
		const installed = await findChromium();
		if (installed) return installed;
		tell(output.trim().split('\n').slice(-3).join('\n'));
	}
	throw new Error('No Chromium could be installed. Install one and name it in CHROMIUM_PATH.');
}

/** @type {[string, ...string[]][]} */
const WAYS = [['playwright', 'install', 'chromium']];

/** @type {[string, ...string[]][]} */
const WAYS_OF_ROOT = [
	['apt-get', 'update', '-q'],
	['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium'],
	['playwright', 'install', '--with-deps', 'chromium'],
	...WAYS
];

/**
 * Some systems put a mere signpost to another package at Chromium's place: only what answers counts.
 *
 * @param {string} path
 * @returns {Promise<boolean>}
 */
async function starts(path) {
	const { code, output } = await run(path, ['--version']);
	return code === 0 && /\d+\.\d+/.test(output);
}

if (isMain(import.meta.url)) console.log(await ensureChromium());
